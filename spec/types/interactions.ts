/** The typed wire of Google Interactions: each line under `@ts-expect-error` has an error. */
import type { googleInteractions, WireOf } from 'deltafold'
import type {
  InteractionsAnnotation,
  InteractionsChunk,
  InteractionsContent,
  InteractionsDelta,
  InteractionsOther,
  InteractionsResponse,
  InteractionsStep,
  InteractionsUsage,
  Other
} from 'deltafold/wire'

type Wire = WireOf<typeof googleInteractions>

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  theWireIsTheUnionOfItsEvents: (wire: Wire): InteractionsChunk => wire,

  everyEventIsKnown: (chunk: Wire): unknown => {
    switch (chunk.event_type) {
      case 'interaction.created':
        return [chunk.interaction?.id, chunk.interaction?.model, chunk.event_id]
      case 'interaction.status_update':
        return [chunk.interaction_id, chunk.status === 'in_progress', chunk.usage?.total_tokens]
      case 'interaction.completed':
        return [chunk.interaction?.status === 'requires_action', chunk.interaction?.usage?.total_thought_tokens]
      case 'step.start':
        return [chunk.index, chunk.step.type]
      case 'step.delta':
        return chunk.delta.type === 'text' ? chunk.delta.text : chunk.metadata?.total_usage?.total_tokens
      case 'step.stop':
        return chunk.step_usage?.total_output_tokens
      case 'error':
        return chunk.error?.code
      // @ts-expect-error: a misspelt kind
      case 'step.begin':
        return undefined
      default: {
        const rest: InteractionsOther = chunk
        return rest
      }
    }
  },

  everyDeltaIsKnown: (delta: InteractionsDelta): unknown => {
    switch (delta.type) {
      case 'text':
        return delta.text
      case 'arguments_delta':
        return delta.arguments
      case 'thought_signature':
        return delta.signature
      case 'thought_summary':
        return delta.content?.type === 'text' ? delta.content.text : undefined
      case 'text_annotation_delta':
        return delta.annotations?.length
      case 'image':
        return delta.resolution
      case 'audio':
        return delta.sample_rate
      case 'video':
      case 'document':
        return delta.data
      case 'google_search_call':
      case 'google_maps_call':
      case 'retrieval_call':
        return delta.arguments?.queries
      case 'code_execution_call':
        return delta.arguments?.language
      case 'url_context_call':
        return delta.arguments?.urls
      case 'mcp_server_tool_call':
        return delta.server_name
      case 'file_search_call':
      case 'processing_call':
        return delta.signature
      case 'google_search_result':
        return delta.result?.[0]?.search_suggestions
      case 'google_maps_result':
        return delta.result?.[0]?.places?.[0]?.name
      case 'code_execution_result':
        return delta.result
      case 'url_context_result':
        return delta.result?.[0]?.status
      case 'function_result':
      case 'mcp_server_tool_result':
        return typeof delta.result === 'string' ? delta.result : undefined
      case 'file_search_result':
      case 'processing_result':
      case 'retrieval_result':
        return delta.signature
      default: {
        const rest: Other = delta
        return rest
      }
    }
  },

  stepsAreKnown: (step: InteractionsStep): unknown => {
    switch (step.type) {
      case 'thought':
        return [step.signature, step.summary?.[0]?.type]
      case 'model_output':
        return [step.content?.[0]?.type, step.error?.code]
      case 'function_call':
        return [step.id, step.name, step.arguments]
      case 'google_search_call':
        return step.search_type === 'web_search' || step.search_type === 'of tomorrow'
      // @ts-expect-error: a misspelt kind
      case 'thinking':
        return undefined
      default:
        return undefined
    }
  },

  everyContentIsKnown: (content: InteractionsContent): unknown => {
    switch (content.type) {
      case 'text':
        return [content.text, content.annotations?.length]
      case 'image':
        return content.mime_type
      case 'audio':
        return content.channels
      case 'video':
        return content.name
      case 'document':
        return content.uri
      default: {
        const rest: Other = content
        return rest
      }
    }
  },

  everyAnnotationIsKnown: (annotation: InteractionsAnnotation): unknown => {
    switch (annotation.type) {
      case 'url_citation':
        return annotation.url
      case 'file_citation':
        return annotation.page_number
      case 'place_citation':
        return annotation.review_snippets?.[0]?.title
      case 'speech_metadata':
        return annotation.speaker
      case 'word_info':
        return annotation.start_offset
      default: {
        const rest: Other = annotation
        return rest
      }
    }
  },

  anAnswerIsRead: (response: InteractionsResponse, usage: InteractionsUsage): unknown => {
    const tokens: number | null | undefined = usage.input_tokens_by_modality?.[0]?.tokens
    const first: InteractionsStep | undefined = response.steps?.[0]
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = usage.total_token
    // @ts-expect-error: not before the kind is known
    const early: unknown = first?.signature
    return [tokens, response.status, response.errors?.[0]?.message, response.tools?.[0]?.type, misspelt, early]
  },

  aKindIsNotForgotten: (delta: InteractionsDelta): Other | undefined => {
    if (delta.type === 'text') return undefined
    // @ts-expect-error: the other deltas are still there
    const rest: Other = delta
    return rest
  }
}
