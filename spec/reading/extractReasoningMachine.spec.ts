import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Delta } from '../../lib/data/Delta.ts'
import { endedEarly } from '../../lib/data/Failure.ts'
import { defaultLimits } from '../../lib/data/Limits.ts'
import type { Message } from '../../lib/data/Message.ts'
import { appendDelta, emptyMessage, firstChoice, messageText } from '../../lib/data/Message.ts'
import type { Part } from '../../lib/data/Part.ts'
import type { Result } from '../../lib/data/Result.ts'
import { andThen, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import type { ExtractReasoningState } from '../../lib/reading/extractReasoningMachine.ts'
import { extractReasoningMachine, ExtractReasoningStateCodec } from '../../lib/reading/extractReasoningMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import type { ReasoningTag, ReasoningTagOptions } from '../../lib/reading/reasoningTags.ts'
import { textFragmentsMachine } from '../../lib/reading/textFragmentsMachine.ts'
import { deltas as anyDeltas } from '../arbitraries/delta.ts'
import { call, calls, delta, DONE, finish, stream } from '../fixtures/chat.ts'
import { codecLaws } from '../laws/codec.ts'
import { cutLaws } from '../laws/machine.ts'

const chunkOf = (...deltas: ReadonlyArray<Delta>): Result<Chunk> =>
  E.right({ _tag: 'StreamChunk', wire: null, deltas, atByte: 0, atEvent: 0 })

const textDelta = (text: string, key = 0, choice = 0): Delta => ({ _tag: 'TextDelta', choice, key, text })

const citation = (key: number, of?: number): Delta => ({
  _tag: 'CitationDelta',
  choice: 0,
  key,
  ...(of === undefined ? {} : { of }),
  raw: 0
})

/** The message of chunks, with a deltas' fold only: what an accumulator adds at the end is left out. */
const folded = (results: ReadonlyArray<Result<Chunk>>): Message =>
  results
    .flatMap((result) => (E.isRight(result) ? result.right.deltas : []))
    .reduce<Message>((message, one) => appendDelta(message, one), emptyMessage)

const extracted = (results: ReadonlyArray<Result<Chunk>>, options: ReasoningTagOptions = {}): Message =>
  folded(runMachine(extractReasoningMachine(options))(results))

const partsOf = (message: Message): ReadonlyArray<Part> => firstChoice(message)?.parts ?? []

/** `t:` text and `r:` reasoning, the others by their tag, in order. */
const shown = (message: Message): ReadonlyArray<string> =>
  partsOf(message).map((part) =>
    part._tag === 'Text' ? `t:${part.text}` : part._tag === 'Reasoning' ? `r:${part.text}` : part._tag
  )

const ofTexts = (texts: ReadonlyArray<string>, options?: ReasoningTagOptions): ReadonlyArray<string> =>
  shown(extracted(texts.map((text) => chunkOf(textDelta(text))), options)) // prettier-ignore

/** What is wanted of a text, by splitting it at its tags. */
const expected = (text: string, startsInside = false): ReadonlyArray<string> => {
  const parts: string[] = []
  let isInside = startsInside
  let isNew = true
  for (const piece of text.split(/(<\/?think>)/)) {
    if (piece === (isInside ? '</think>' : '<think>')) {
      isInside = !isInside
      isNew = true
    } else if (piece !== '') {
      const kind = isInside ? 'r:' : 't:'
      const last = parts.at(-1)
      // A piece that is the other tag is no tag here. Text goes on behind a tag that encloses nothing.
      if (last?.startsWith(kind) && (!isNew || kind === 't:')) parts.push((parts.pop() ?? '') + piece)
      else parts.push(kind + piece)
      isNew = false
    }
  }
  return parts
}

const words = [
  '<think>',
  '</think>',
  '<think>',
  '</think>',
  '<thin',
  '</think',
  '<',
  '>',
  '/',
  'a',
  '\n',
  'think',
  '😀',
  'İ'
]

const texts = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(''))

const cutOf = (text: string): fc.Arbitrary<ReadonlyArray<string>> =>
  fc.array(fc.nat(text.length), { maxLength: 8 }).map((places) => {
    const at = [0, ...places.toSorted((a, b) => a - b), text.length]
    return at.slice(1).map((end, i) => text.slice(at[i], end))
  })

const cutTexts = texts.chain((text) => cutOf(text).map((cut) => ({ text, cut })))

/** Whether a text is another one of which characters are left out. */
const isWithin = (text: string, less: string): boolean => {
  let at = 0
  for (const character of text) if (less.startsWith(character, at)) at += character.length
  return at === less.length
}

const withoutEmpty = (parts: ReadonlyArray<string>): ReadonlyArray<string> => parts.filter((part) => part !== 't:')

describe('extractReasoningMachine', () => {
  it('law: text, reasoning and tags are the characters that came, in their order, under every cut', () => {
    fc.assert(
      fc.property(cutTexts, ({ text, cut }) => {
        expect(withoutEmpty(ofTexts(cut))).toEqual(expected(text))
        expect(ofTexts(cut)).toEqual(ofTexts([text]))
        expect(ofTexts(Array.from({ length: text.length }, (_, i) => text.charAt(i)))).toEqual(
          text === '' ? [] : ofTexts([text])
        )
      }),
      { numRuns: 500 }
    )
  })

  it('law: the same where the text begins inside, but for an opening tag at its beginning', () => {
    fc.assert(
      fc.property(cutTexts, ({ text, cut }) => {
        fc.pre(!text.trimStart().startsWith('<think>'))
        expect(withoutEmpty(ofTexts(cut, { startsInside: true }))).toEqual(expected(text, true))
      }),
      { numRuns: 500 }
    )
  })

  it('law: whatever the options, a cut changes nothing, and no character is lost', () => {
    const options = fc.record({
      tags: fc.constantFrom<ReadonlyArray<ReasoningTag>>(
        ['think'], ['think', 'thinking'], [['<', '>']], [['<think>', '>'], ['<t', '</']], [['aa', 'a'], ['aab', '\n']]
      ),
      startsInside: fc.boolean(),
      onlyAtStart: fc.boolean()
    }) // prettier-ignore
    const some = fc
      .array(fc.constantFrom(...words, 'aa', 'aab', '<thinking>'), { maxLength: 10 })
      .chain((list) => cutOf(list.join('')).map((cut) => ({ text: list.join(''), cut })))
    fc.assert(
      fc.property(some, options, ({ text, cut }, one) => {
        const whole = ofTexts([text], one)
        expect(ofTexts(cut, one)).toEqual(whole)
        expect(isWithin(text, whole.map((part) => part.slice(2)).join(''))).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it('law: chunks without a tag fold to the same message', () => {
    fc.assert(
      fc.property(anyDeltas, fc.array(fc.constantFrom('<', 'think', '</think>', '<think', 'b>', ''), { maxLength: 9 }), (some, more) => {
        const all = some.flatMap((one, i) => [chunkOf(one), chunkOf(textDelta(more[i] ?? '<', 9))])
        fc.pre(!messageText(folded(all)).includes('<think>'))
        expect(extracted(all)).toEqual(folded(all))
      }),
      { numRuns: 500 }
    ) // prettier-ignore
  })

  it('law: an input that it does not change is emitted as the same object', () => {
    const same: ReadonlyArray<Result<Chunk>> = [
      chunkOf({ _tag: 'ReasoningDelta', choice: 0, key: 0, kind: 'text', text: 'a', signature: '' }),
      chunkOf({ _tag: 'ToolCallEnd', choice: 0, key: 1, state: 'Closed' }),
      E.left(endedEarly({ atByte: 1, atEvent: 1 }))
    ]
    runMachine(extractReasoningMachine())(same).forEach((result, i) => expect(result).toBe(same[i]))
  })

  it.each([
    ['no tag', ['a < b'], ['t:a < b']],
    ['a tag over three pieces', ['<', 'thi', 'nk>a</th', 'ink>b'], ['r:a', 't:b']],
    ['a beginning of a tag at the end', ['a<think'], ['t:a<think']],
    ['another tag', ['<thinker>a</thinker>'], ['t:<thinker>a</thinker>']],
    ['a closing tag alone', ['a</think>b'], ['t:a</think>b']],
    ['a tag that is never closed', ['a<think>b</thin'], ['t:a', 'r:b</thin']],
    ['a tag inside a tag', ['<think>a<think>b</think>c'], ['r:a<think>b', 't:c']],
    ['two reasonings in a row', ['<think>a</think><think>b</think>'], ['r:a', 'r:b']],
    ['white space', ['\n<think>\na\n</think>\n\nb'], ['t:\n', 'r:\na\n', 't:\n\nb']],
    ['tags that enclose nothing', ['a<think></think>b'], ['t:ab']],
    ['nothing else', ['<think></think>'], ['t:']]
  ])('reads %s', (_title, cut, parts) => {
    expect(ofTexts(cut)).toEqual(parts)
  })

  it.each([
    ['begins inside', ['a</think>b'], { startsInside: true }, ['r:a', 't:b']],
    ['begins inside, with the tag all the same', [' <thi', 'nk>a</think>b'], { startsInside: true }, ['r: a', 't:b']],
    ['begins inside, with a tag later', ['a<think>b</think>c'], { startsInside: true }, ['r:a<think>b', 't:c']],
    ['only at the start', [' ', '<think>a</think> <think>b</think> c<think>d'], { onlyAtStart: true }, ['t: ', 'r:a', 't: ', 'r:b', 't: c<think>d']],
    ['only at the start, where there is none', ['A <think> tag'], { onlyAtStart: true }, ['t:A <think> tag']],
    ['other names', ['<reason>a</think>b</reason>c'], { tags: ['think', 'reason'] }, ['r:a</think>b', 't:c']],
    ['other texts', ['[THINK]a[/THINK]b'], { tags: [['[THINK]', '[/THINK]']] as const }, ['r:a', 't:b']],
    ['no tags', ['<think>a'], { tags: [] }, ['t:<think>a']]
  ])('with options: %s', (_title, cut, options, parts) => {
    expect(ofTexts(cut, options)).toEqual(parts)
  }) // prettier-ignore

  it.each([[''], [['', '</a>'] as const], [['<a>', ''] as const]])('refuses the tag %j', (tag) => {
    expect(() => extractReasoningMachine({ tags: [tag] })).toThrow(TypeError)
  })

  it('keeps parts in order, each under a key of its own, and moves what is said of them', () => {
    const message = extracted([
      chunkOf(textDelta('a<think>b</think>c<'), citation(1), textDelta('think>d', 0)),
      chunkOf({ _tag: 'ToolCallDelta', choice: 0, key: 2, id: 'i', name: 'f', arguments: '{' }),
      chunkOf(textDelta('e</think>', 3), { _tag: 'ToolCallDelta', choice: 0, key: 2, id: '', name: '', arguments: '}' }),
      chunkOf({ _tag: 'ToolCallEnd', choice: 0, key: 2, state: 'Closed' }, textDelta('f', 3))
    ]) // prettier-ignore
    expect(shown(message)).toEqual(['t:a', 'r:b', 't:c', 'Citation', 'r:de', 'ToolCall', 't:f'])
    expect(partsOf(message).map(({ key }) => key)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(partsOf(message)[5]).toMatchObject({ state: 'Closed', arguments: '{}' })
  })

  it('keeps the place of a text that may be a tag, before another part', () => {
    const rest = [chunkOf(citation(1)), chunkOf(textDelta('think>a'))]
    expect(shown(extracted([chunkOf(textDelta('<')), chunkOf(citation(1))]))).toEqual(['t:<', 'Citation'])
    expect(shown(extracted([chunkOf(textDelta('<')), ...rest]))).toEqual(['t:', 'Citation', 'r:a'])
  })

  it('says of which text a source is, where that text has come', () => {
    const of = (...results: ReadonlyArray<Result<Chunk>>): ReadonlyArray<unknown> =>
      partsOf(extracted(results)).flatMap((part) => (part._tag === 'Citation' ? [part.of] : []))
    expect(of(chunkOf(textDelta('<think>a</think>b'), citation(1, 0)))).toEqual([1])
    expect(of(chunkOf(textDelta('<think>a'), citation(1, 0)))).toEqual([undefined])
    expect(
      of(chunkOf(textDelta('a')), chunkOf(textDelta('<think>b</think>c', 1), citation(2, 0), citation(3, 1)))
    ).toEqual([0, 2])
    expect(of(chunkOf(textDelta('<'), citation(1, 0)))).toEqual([0])
  })

  it('keeps choices apart', () => {
    const { choices } = extracted([chunkOf(textDelta('<think>a'), textDelta('<', 0, 1)), chunkOf(textDelta('think>b</think>c', 0, 1))])
    expect(choices.map(({ parts }) => parts.map(({ _tag, key }) => `${_tag} ${key}`))).toEqual([
      ['Reasoning 0'],
      ['Reasoning 0', 'Text 1']
    ])
  }) // prettier-ignore

  it('keeps what a provider says beside a text', () => {
    const extra = { sig: 1 }
    const deltas: ReadonlyArray<Delta> = [{ _tag: 'TextDelta', choice: 0, key: 0, text: '<think>a</think>b', extra }]
    expect(partsOf(extracted([chunkOf(...deltas)]))).toMatchObject([{ text: 'a' }, { _tag: 'Text', text: 'b', extra }])
  })

  it('moves the repairs of a part with it', () => {
    const repair = { _tag: 'NameRepeated', choice: 0, key: 1 } as const
    const all = [
      chunkOf(textDelta('<think>a</think>b')),
      chunkOf({ _tag: 'ToolCallDelta', choice: 0, key: 1, id: 'i', name: 'f', arguments: '' }),
      chunkOf({ _tag: 'RepairDelta', repair })
    ]
    const repairs = runMachine(extractReasoningMachine())(all).flatMap((result) =>
      E.isRight(result) ? result.right.deltas.flatMap((one) => (one._tag === 'RepairDelta' ? [one.repair] : [])) : []
    )
    expect(repairs).toEqual([{ ...repair, key: 2 }])
  })

  it('emits what it held before the failure that ends the answer, and passes other failures on', () => {
    const tags = (body: string): ReadonlyArray<string> =>
      runMachine(andThen(textFragmentsMachine())(andThen(extractReasoningMachine())(readChunksMachine(openRouter))))([
        body
      ]).map(E.fold(({ _tag }) => _tag, (text) => text)) // prettier-ignore
    expect(tags(`${delta({ content: 'a<thi' })}data: {bad\n\n`)).toEqual(['a', 'MalformedJson', '<thi', 'EndedEarly'])
    expect(tags(`${delta({ content: 'a<thi' })}${finish('stop')}${DONE}`)).toEqual(['a', '<thi'])
  })

  it('counts half as many tags as there may be parts', () => {
    const machine = extractReasoningMachine({ limits: { ...defaultLimits, parts: 4 } })
    const results = [chunkOf(textDelta('<think>a</think>b'.repeat(3)))]
    expect(shown(folded(runMachine(machine)(results)))).toEqual(['r:a', 't:b', 'r:a', 't:b<think>a</think>b'])
  })

  it('reads long texts of beginnings of tags, in one piece and in many', () => {
    const long = '<think'.repeat(200_000)
    expect(ofTexts([long])).toEqual([`t:${long}`])
    expect(ofTexts([`<think>${'</think'.repeat(200_000)}`])).toHaveLength(1)
    const tags = ['think', 'never']
    expect(ofTexts([`<think>a</think>b`.repeat(60_000)], { tags })).toHaveLength(4096)
    expect(ofTexts(Array.from({ length: 50_000 }, () => '<thin'))).toEqual([`t:${'<thin'.repeat(50_000)}`])
  })

  it('gives the same message for a stream and for one JSON body', () => {
    const said = '<think>a</think>b'
    const body = JSON.stringify({ id: 'c1', model: 'm', choices: [{ index: 0, message: { content: said }, finish_reason: 'stop' }] })
    const machine = andThen(accumulateMessageMachine)(andThen(extractReasoningMachine())(readChunksMachine(openRouter)))
    const streamed = runMachine(machine)([delta({ content: '<thi' }) + delta({ content: 'nk>a</think>b' }) + finish('stop') + DONE])
    expect(runMachine(machine)([body]).at(-1)).toEqual(streamed.at(-1))
    expect(streamed.at(-1)?._tag).toBe('Complete')
  }) // prettier-ignore
})

describe('a body whose reasoning is extracted', () => {
  const body = stream(
    delta({ content: '<' }),
    delta({ content: 'think>Hé' }),
    delta({ content: '</thi' }),
    delta({ content: 'nk>\n' }),
    calls(call(0, 'a', 'add', '{"a":2}')),
    delta({ content: 'b<think' })
  )
  const chunks = andThen(extractReasoningMachine())(readChunksMachine(openRouter))
  cutLaws(andThen(accumulateMessageMachine)(chunks), new TextEncoder().encode(body))
})

describe('ExtractReasoningStateCodec', () => {
  const states = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.nat(2), fc.nat(1)), { maxLength: 12 })
    .map((some) => some.map(([text, key, choice]) => chunkOf(textDelta(text, key, choice))))
    .map((some) => feedMachine(extractReasoningMachine())(extractReasoningMachine().initial, some).state)
  codecLaws(ExtractReasoningStateCodec as t.Type<ExtractReasoningState>, states, [
    ['a negative key', { choices: [], atByte: -1, atEvent: 0 }]
  ])
})
