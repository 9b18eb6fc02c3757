/** Which call does this fragment belong to: what servers sent, and how clients took it apart. */
import { call, calls, chunk, delta, DONE, finish, stream } from '../../fixtures/chat.ts'
import * as ollama from '../../fixtures/ollama.ts'
import { closed, closedWithoutId, situations } from '../../laws/situations.ts'

const paris = '{"c":"Paris"}'
const rome = '{"c":"Rome"}'
const bonn = '{"c":"Bonn"}'

const both = [closed('a', 'w', paris), closed('b', 'w', rome)]
const one = [closed('a', 'w', paris)]

/** More of the arguments of the call under an index, and nothing else. */
const more = (index: unknown, args: string): string => calls(call(index, undefined, undefined, args))

describe('two calls', () => {
  situations([
    {
      symptom: 'one after the other, each under its index',
      body: stream(calls(call(0, 'a', 'w', '')), more(0, paris), calls(call(1, 'b', 'w', '')), more(1, rome)),
      expected: { calls: both, finish: 'tool_call' }
    },
    {
      symptom: 'under the same index were taken for one',
      threads: 'vercel/ai#14277, apache/maka#1976',
      provider: 'ollama-openai',
      body: stream(calls(call(0, 'a', 'w', paris)), calls(call(0, 'b', 'w', rome))),
      expected: { calls: both, repairs: ['SlotReused'] }
    },
    {
      symptom: 'under the same index in NDJSON were taken for one',
      threads: 'ollama/ollama#15457',
      provider: 'ollama',
      body: [
        ollama.message({ tool_calls: [ollama.call('w', { c: 'Paris' }, 'a')] }),
        ollama.message({ tool_calls: [ollama.call('w', { c: 'Rome' }, 'b')] }),
        ollama.done()
      ].join(''),
      expected: { calls: both, finish: 'tool_call' }
    },
    {
      symptom: 'under the same index, in fragments, had their names and ids joined',
      threads: 'langchain-ai/langchain#35281',
      body: stream(calls(call(0, 'a', 'w', '')), more(0, paris), calls(call(0, 'b', 'w', '')), more(0, rome)),
      expected: { calls: both, repairs: ['SlotReused'] }
    },
    {
      symptom: 'under the same index, with empty ids between them, had the arguments of one',
      threads: 'InternLM/lmdeploy#3412',
      provider: 'vllm',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, '', undefined, paris)),
        calls(call(0, 'b', 'w', '')),
        calls(call(0, '', undefined, rome))
      ),
      expected: { calls: both, repairs: ['SlotReused'] }
    },
    {
      symptom: 'whose fragments interleave had their arguments mixed',
      threads: 'continuedev/continue#13223',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(1, 'b', 'w', '')),
        more(0, '{"c":'),
        more(1, '{"c":'),
        more(0, '"Paris"}'),
        more(1, '"Rome"}')
      ),
      expected: { calls: both }
    },
    {
      symptom: 'whose head is under one index and whose tail under another broke both',
      threads: 'agno-agi/agno#8879',
      body: stream(calls(call(0, 'a', 'w', paris)), calls(call(0, 'b', 'w', '{"c":')), more(1, '"Rome"}')),
      expected: { calls: both, repairs: ['SlotReused', 'IndexDrift'] }
    },
    {
      symptom: 'without an index, whole in one chunk, were one',
      threads: 'comet-ml/opik#8362',
      provider: 'mistral',
      body: stream(calls(call(undefined, 'a', 'w', paris), call(undefined, 'b', 'w', rome))),
      expected: { calls: both }
    },
    {
      symptom: 'without an index, in two chunks, were one',
      threads: 'AstrBotDevs/AstrBot#6692',
      body: stream(calls(call(undefined, 'a', 'w', paris)), calls(call(undefined, 'b', 'w', rome))),
      expected: { calls: both }
    },
    {
      symptom: 'without an index, their ids on every fragment, were mixed',
      threads: 'SamSaffron/term-llm#314',
      body: stream(
        calls(call(undefined, 'a', 'w', '{"c":')),
        calls(call(undefined, 'b', 'w', '{"c":')),
        calls(call(undefined, 'a', undefined, '"Paris"}')),
        calls(call(undefined, 'b', undefined, '"Rome"}'))
      ),
      expected: { calls: both }
    },
    {
      symptom: 'without an id, the second begun where the first was whole, were one',
      threads: 'huggingface/smolagents#1958',
      body: stream(calls(call(0, undefined, 'w', paris)), calls(call(0, undefined, 'w', rome))),
      expected: {
        calls: [closedWithoutId('call_0_0', 'w', paris), closedWithoutId('call_0_1', 'w', rome)],
        repairs: ['SyntheticId', 'SlotReused', 'SyntheticId']
      }
    },
    {
      symptom: 'of which one comes after the finish reason were one',
      provider: 'zai',
      body: [
        calls(call(0, 'a', 'w', paris)),
        finish('tool_calls'),
        calls(call(1, 'b', 'w', rome)),
        finish('tool_calls'),
        DONE
      ].join(''),
      expected: { calls: both }
    }
  ])
})

describe('three calls', () => {
  situations([
    {
      symptom: 'that come whole were one, its arguments joined',
      threads: 'BerriAI/litellm#7621, BerriAI/litellm#33678',
      provider: 'groq',
      body: stream(calls(call(0, 'a', 'w', paris), call(1, 'b', 'w', rome), call(2, 'c', 'w', bonn))),
      expected: { calls: [...both, closed('c', 'w', bonn)] }
    },
    {
      symptom: 'that come whole under one index were one, its arguments joined',
      threads: 'BerriAI/litellm#7621, BerriAI/litellm#33678',
      provider: 'groq',
      body: stream(calls(call(0, 'a', 'w', paris), call(0, 'b', 'w', rome), call(0, 'c', 'w', bonn))),
      expected: { calls: [...both, closed('c', 'w', bonn)], repairs: ['SlotReused', 'SlotReused'] }
    }
  ])
})

describe('an index', () => {
  situations([
    {
      symptom: 'that nobody opened lost its fragments',
      threads: 'dirac-run/dirac#215',
      body: stream(calls(call(0, 'a', 'w', '{"c":')), more(7, '"Pa'), more(3, 'ris"}')),
      expected: { calls: one, repairs: ['IndexDrift'] }
    },
    {
      symptom: 'that is missing after the first fragment lost the others',
      threads: 'openai/openai-python#3246',
      body: stream(calls(call(undefined, 'a', 'w', '{"c":')), more(undefined, '"Paris"}')),
      expected: { calls: one }
    },
    {
      symptom: 'that begins at 1 left a hole',
      provider: 'openrouter',
      body: stream(calls(call(1, 'a', 'w', '')), more(1, paris), calls(call(2, 'b', 'w', '')), more(2, rome)),
      expected: { calls: both }
    }
  ])
})

describe('an id', () => {
  situations([
    {
      symptom: 'that is missing on every fragment dropped the call',
      threads: 'continuedev/continue#13225, anomalyco/opencode#12585',
      body: stream(calls(call(0, undefined, 'w', '')), more(0, '{"c":'), more(0, '"Paris"}')),
      expected: { calls: [closedWithoutId('call_0_0', 'w', paris)], repairs: ['SyntheticId'] }
    },
    {
      symptom: 'and an index that are missing dropped the call',
      threads: 'anomalyco/opencode#25925',
      body: stream(calls(call(undefined, undefined, 'w', paris))),
      expected: { calls: [closedWithoutId('call_0_0', 'w', paris)], repairs: ['SyntheticId'] }
    },
    {
      symptom: 'that repeats on every fragment opened a call each time',
      threads: 'InternLM/lmdeploy#3412',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, 'a', undefined, '{"c":')),
        calls(call(0, 'a', undefined, '"Paris"}'))
      ),
      expected: { calls: one }
    },
    {
      symptom: 'and a name of "" in later fragments were refused',
      threads: 'anomalyco/opencode#37841',
      body: stream(calls(call(0, 'a', 'w', '')), calls(call(0, '', '', '{"c":')), calls(call(0, '', '', '"Paris"}'))),
      expected: { calls: one }
    },
    {
      symptom: 'and a name of null in later fragments were refused',
      threads: 'anomalyco/opencode#26412, lidge-jun/opencodex#1731',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, null, null, '{"c":')),
        calls(call(0, null, null, '"Paris"}'))
      ),
      expected: { calls: one }
    },
    {
      symptom: 'that repeats beside a name of null was refused',
      threads: 'anomalyco/opencode#26412, lidge-jun/opencodex#1731',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, 'a', null, '{"c":')),
        calls(call(0, 'a', null, '"Paris"}'))
      ),
      expected: { calls: one }
    },
    {
      symptom: 'that is another on each fragment of one call opened a call each time',
      threads: 'vllm-project/vllm#23522, BerriAI/litellm#28223',
      provider: 'vllm',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, 'x', undefined, '{"c":')),
        calls(call(0, 'y', undefined, '"Paris"}'))
      ),
      expected: { calls: one, repairs: ['IdIgnored'] }
    },
    {
      symptom: 'of "null" in later fragments replaced the real one',
      threads: 'langchain-ai/langchainjs#11373',
      provider: 'mistral',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, 'null', '', '{"c":')),
        calls(call(0, 'null', '', '"Paris"}'))
      ),
      expected: { calls: one }
    },
    {
      symptom: 'of a call in a delta with an index of its own, its name "" later on, was lost',
      threads: 'langchain-ai/langchainjs#11373',
      provider: 'mistral',
      body: stream(
        ...[call(0, 'aB3dE5fG7', 'w', ''), call(0, 'null', '', '{"c":'), call(0, 'null', '', '"Paris"}')].map((said) =>
          chunk({ choices: [{ index: 0, delta: { index: 0, role: 'assistant', content: '', tool_calls: [said] } }] })
        )
      ),
      expected: { calls: [closed('aB3dE5fG7', 'w', paris)] }
    },
    {
      symptom: 'of "null" at the beginning was taken for one',
      threads: 'langchain-ai/langchainjs#11373',
      provider: 'mistral',
      body: stream(calls(call(0, 'null', 'w', paris)), calls(call(1, 'null', 'w', rome))),
      expected: {
        calls: [closedWithoutId('call_0_0', 'w', paris), closedWithoutId('call_0_1', 'w', rome)],
        repairs: ['SyntheticId', 'SyntheticId']
      }
    },
    {
      symptom: 'that another call of the answer has, too, joined the two',
      provider: 'openrouter',
      body: stream(calls(call(0, 'w:0', 'w', paris)), calls(call(1, 'w:0', 'w', rome))),
      expected: { calls: [closed('w:0', 'w', paris), closed('w:0_1', 'w', rome)], repairs: ['IdReused'] }
    }
  ])
})

describe('a name', () => {
  situations([
    {
      symptom: 'of "" before the real one gave a call without a name',
      threads: 'vercel/ai#16507',
      provider: 'vllm',
      body: stream(calls(call(0, 'a', '', '')), calls(call(0, undefined, 'w', '')), more(0, paris)),
      expected: { calls: one }
    },
    {
      symptom: 'that every fragment repeats was joined to itself',
      threads: 'open-webui/open-webui#22177, NousResearch/hermes-agent#12230',
      body: stream(
        calls(call(0, 'a', 'w', '')),
        calls(call(0, undefined, 'w', '{"c":')),
        calls(call(0, undefined, 'w', '"Paris"}'))
      ),
      expected: { calls: one, repairs: ['NameRepeated'] }
    },
    {
      symptom: 'that comes in two pieces lost the first',
      threads: 'continuedev/continue#5849',
      body: stream(calls(call(0, 'a', 'edit_ex', '')), calls(call(0, undefined, 'isting_file', '')), more(0, '{}')),
      expected: { calls: [closed('a', 'edit_existing_file', '{}')], repairs: ['NameContinued'] }
    },
    {
      symptom: 'and a type that every fragment repeats were joined to themselves',
      threads: 'SillyTavern/SillyTavern#5811',
      body: stream(
        calls(call(0, 'a', 'w', '', { type: 'function' })),
        calls(call(0, 'a', undefined, '{"c":', { type: 'function' })),
        calls(call(0, 'a', undefined, '"Paris"}', { type: 'function' }))
      ),
      expected: { calls: one }
    }
  ])
})

describe('a finish reason', () => {
  situations([
    {
      symptom: 'of stop after a call hid it',
      body: [calls(call(0, 'a', 'w', paris)), finish('stop'), DONE].join(''),
      expected: { calls: one, finish: 'stop' }
    }
  ])
})

describe('one id', () => {
  const two = [closed('x', 'w', paris), closed('x_1', 'w', rome)]
  situations([
    {
      symptom: 'and one name on two indexes, in fragments, joined two calls',
      body: stream(calls(call(0, 'x', 'w', '')), more(0, paris), calls(call(1, 'x', 'w', '')), more(1, rome)),
      expected: { calls: two, repairs: ['IdReused'] }
    },
    {
      symptom: 'and one name on two indexes that were announced together joined two calls',
      body: stream(
        calls(call(0, 'x', 'w', ''), call(1, 'x', 'w', '')),
        more(1, rome.slice(0, 4)),
        more(0, paris),
        more(1, rome.slice(4))
      ),
      expected: { calls: two, repairs: ['IdReused'] }
    },
    {
      symptom: 'and one index for two names joined two calls',
      body: stream(calls(call(0, 'x', 'w', paris)), calls(call(0, 'x', 'v', rome))),
      expected: { calls: [closed('x', 'w', paris), closed('x_1', 'v', rome)], repairs: ['SlotReused', 'IdReused'] }
    },
    {
      symptom: 'and one index and one name for two whole calls joined them',
      body: stream(calls(call(0, 'x', 'w', paris)), calls(call(0, 'x', 'w', rome))),
      expected: { calls: two, repairs: ['SlotReused', 'IdReused'] }
    },
    {
      symptom: 'in a body for two calls had the next request refused',
      body: JSON.stringify({
        choices: [
          {
            finish_reason: 'tool_calls',
            message: { tool_calls: [call(undefined, 'x', 'w', paris), call(undefined, 'x', 'w', rome)] }
          }
        ]
      }),
      expected: { calls: two, repairs: ['IdReused'] }
    },
    {
      symptom: 'with one name and the same whole arguments on two indexes gave two calls',
      body: stream(calls(call(0, 'x', 'w', paris)), calls(call(1, 'x', 'w', paris)), calls(call(2, 'x', 'w', paris))),
      expected: { calls: [closed('x', 'w', paris)], repairs: ['IndexDrift', 'NameRepeated', 'ArgumentsRepeated'] }
    },
    {
      symptom: 'in each fragment, another one, with the name, gave a call for each',
      body: stream(
        calls(call(0, 'a', 'w', '{"c"')),
        calls(call(0, 'b', 'w', ':"Par')),
        calls(call(0, 'c', 'w', 'is"}'))
      ),
      expected: { calls: one, repairs: ['NameRepeated', 'IdIgnored'] }
    }
  ])
})

describe('a call in another form', () => {
  const called = { name: 'w', arguments: paris }
  const flat = { id: 'a', ...called }
  const body = (message: object): string => JSON.stringify({ choices: [{ finish_reason: 'tool_calls', message }] })
  situations([
    {
      symptom: 'without a function lost its arguments',
      body: stream(calls({ index: 0, ...flat, arguments: '{"c"' }), calls({ index: 0, arguments: ':"Paris"}' })),
      expected: { calls: one }
    },
    {
      symptom: 'without a function lost its arguments, in a body',
      body: body({ tool_calls: [flat] }),
      expected: { calls: one }
    },
    {
      symptom: 'without a function, with an input, lost it',
      body: body({ tool_calls: [{ id: 'a', name: 'w', input: { c: 'Paris' } }] }),
      expected: { calls: one, repairs: ['ArgumentsSerialised'] }
    },
    {
      symptom: 'beside the newer one was called twice',
      body: stream(delta({ function_call: called, tool_calls: [call(0, 'a', 'w', paris)] })),
      expected: { calls: one }
    },
    {
      symptom: 'beside the newer one was called twice, in a body',
      body: body({ function_call: called, tool_calls: [{ id: 'a', function: called }] }),
      expected: { calls: one }
    }
  ])
})

describe('arguments that come again', () => {
  const cuts = [4, 7, 9, paris.length]
  situations([
    {
      symptom: 'in each fragment, all so far, were joined',
      body: stream(...cuts.map((end) => calls(call(0, 'a', 'w', paris.slice(0, end))))),
      expected: { calls: one, repairs: ['NameRepeated', 'ArgumentsRepeated'] }
    },
    {
      symptom: 'in each fragment, all so far, without a name, were joined',
      body: stream(calls(call(0, 'a', 'w', '')), ...cuts.map((end) => more(0, paris.slice(0, end)))),
      expected: { calls: one, repairs: ['ArgumentsRepeated'] }
    },
    {
      symptom: 'whole after their fragments were joined',
      body: stream(calls(call(0, 'a', 'w', '')), more(0, paris.slice(0, 5)), more(0, paris.slice(5)), more(0, paris)),
      expected: { calls: one, repairs: ['ArgumentsRepeated'] }
    },
    {
      symptom: 'whole in another layout gave a second call',
      body: stream(calls(call(0, 'a', 'w', paris)), calls(call(0, 'a', 'w', '{ "c":\n"Paris" }'))),
      expected: { calls: one, repairs: ['NameRepeated', 'ArgumentsRepeated'] }
    },
    {
      symptom: 'whole with another blank in a text are others',
      body: stream(calls(call(0, 'a', 'w', paris)), calls(call(0, 'a', 'w', '{"c":"Par is"}'))),
      expected: {
        calls: [closed('a', 'w', paris), closed('a_1', 'w', '{"c":"Par is"}')],
        repairs: ['SlotReused', 'IdReused']
      }
    },
    {
      symptom: 'whole with the name and without the id gave a second call',
      body: stream(calls(call(0, 'a', 'w', paris)), calls(call(0, undefined, 'w', paris))),
      expected: { calls: one, repairs: ['NameRepeated', 'ArgumentsRepeated'] }
    },
    {
      symptom: 'after {} were joined with it',
      body: stream(calls(call(0, 'a', 'w', '{}')), more(0, paris.slice(0, 5)), more(0, paris.slice(5))),
      expected: { calls: one, repairs: ['PlaceholderReplaced'] }
    },
    {
      symptom: 'after {} with id and name gave a second call',
      body: stream(calls(call(0, 'a', 'w', {})), calls(call(0, 'a', 'w', paris))),
      expected: { calls: one, repairs: ['ArgumentsSerialised', 'PlaceholderReplaced', 'NameRepeated'] }
    },
    {
      symptom: 'after {} under another id are those of another call',
      body: stream(calls(call(0, 'a', 'w', '{}')), calls(call(0, 'b', 'w', paris))),
      expected: { calls: [closed('a', 'w', '{}'), closed('b', 'w', paris)], repairs: ['SlotReused'] }
    },
    {
      symptom: 'as {} and nothing else are {}',
      body: stream(calls(call(0, 'a', 'w', '{}')), more(0, ''), more(0, '{}')),
      expected: { calls: [closed('a', 'w', '{}')], repairs: ['ArgumentsRepeated'] }
    },
    {
      symptom: 'as a part of themselves are arguments',
      body: stream(calls(call(0, 'a', 'w', '{"a":[')), more(0, '{"a":[1]}'), more(0, ']}')),
      expected: { calls: [closed('a', 'w', '{"a":[{"a":[1]}]}')] }
    },
    {
      symptom: 'as others, after they were whole, are no repetition',
      body: stream(calls(call(0, 'a', 'w', paris)), more(0, rome)),
      expected: { calls: [closed('a', 'w', paris + rome)] }
    }
  ])
})
