/** Programs that must not compile: each line under `@ts-expect-error` has an error. */
import type {
  ArgumentsFailure,
  ClosedToolCall,
  Message,
  MessageEvent,
  OpenToolCall,
  ToolCall,
  ToolRunEnd,
  TruncatedToolCall
} from 'deltafold'
import {
  decodeArguments,
  openRouter,
  runTools,
  toAssistantMessage,
  toNextTurn,
  tool,
  toolSet,
  toToolResult
} from 'deltafold'
import { either as E } from 'fp-ts'
import * as t from 'io-ts'

const Add = t.type({ a: t.number, b: t.number })
const tools = toolSet({ add: Add, now: t.type({}) })

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  anOpenCallIsNotDecoded: (call: OpenToolCall) =>
    // @ts-expect-error: its arguments may be half of what they will be
    decodeArguments(Add)(call),

  aTruncatedCallIsNotDecoded: (call: TruncatedToolCall) =>
    // @ts-expect-error: its arguments are half of what they should be
    decodeArguments(Add)(call),

  aCallThatMayBeCutIsNotRun: (call: ToolCall) =>
    // @ts-expect-error: only a closed call may be run
    tools(call),

  aTruncatedCallIsNotAnswered: (call: TruncatedToolCall) =>
    // @ts-expect-error: there is nothing to answer
    toToolResult(openRouter, '')(call),

  aTruncatedCallHasNoResultInTheNextTurn: (message: Message, call: TruncatedToolCall) =>
    // @ts-expect-error: there is nothing to answer
    toNextTurn(openRouter)(message, [{ call, result: '' }]),

  aMessageIsNotSentBlindly: (message: Message): { readonly role: 'assistant' } =>
    // @ts-expect-error: a call in it may be truncated, and then there is a Left
    toAssistantMessage(openRouter)(message),

  noFailureIsForgotten: (failure: ArgumentsFailure): string => {
    switch (failure._tag) {
      case 'Malformed':
        return failure.message
      default: {
        // @ts-expect-error: `Invalid` is left
        const none: never = failure
        return none
      }
    }
  },

  argumentsHaveTheTypeOfTheirTool: (call: ClosedToolCall) => {
    const typed = tools(call)
    if (E.isLeft(typed) || typed.right.name !== 'now') return undefined
    // @ts-expect-error: `now` takes no `a`
    return typed.right.arguments.a as unknown
  },

  thereIsNoToolOfThatName: (call: ClosedToolCall) => {
    const typed = tools(call)
    // @ts-expect-error: the tools are `add` and `now`
    return E.isRight(typed) && typed.right.name === 'format_disk'
  },

  aToolHasTheArgumentsOfItsSchema: () =>
    tool({
      schema: Add,
      // @ts-expect-error: `add` takes no `c`
      run: ({ c }) => String(c)
    }),

  aToolIsMadeWithItsSchema: () =>
    runTools({
      provider: openRouter,
      send: () => [] as never,
      // @ts-expect-error: without a schema, nothing checks the arguments
      tools: { now: () => 'noon' }
    }),

  aCallOfAnEventMayBeCut: (event: Extract<MessageEvent, { _tag: 'ToolInputEnd' }>) =>
    // @ts-expect-error: only a closed call may be run
    decodeArguments(Add)(event.call),

  noEndOfARunIsForgotten: (end: ToolRunEnd): string => {
    switch (end._tag) {
      case 'Answered':
      case 'OtherCalls':
      case 'Filtered':
      case 'Stopped':
      case 'MaxTurns':
      case 'CallTruncated':
      case 'Failed':
        return end._tag
      default: {
        // @ts-expect-error: `Paused` is left
        const none: never = end
        return none
      }
    }
  }
}
