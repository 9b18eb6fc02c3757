/** The typed wires of OpenAI Chat, Cohere and Ollama: each line under `@ts-expect-error` has an error. */
import type {
  azure,
  cerebras,
  cohere,
  deepSeek,
  groq,
  mistral,
  ollama,
  ollamaGenerate,
  openAI,
  openRouter,
  perplexity,
  ResponseOf,
  together,
  WireOf,
  xai,
  zai
} from 'deltafold'
import type {
  ChatChunk,
  ChatErrorBody,
  ChatReasoningDetail,
  CohereChunk,
  GroqChunk,
  MistralPart,
  OllamaChunk,
  OpenAIModerated,
  OpenRouterChunk,
  OpenRouterPart,
  Other
} from 'deltafold/wire'

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  theWireIsThatOfTheDialect: (
    one: WireOf<typeof openRouter>,
    two: WireOf<typeof groq>,
    three: WireOf<typeof together>
  ): readonly [OpenRouterChunk, GroqChunk, ChatChunk, ChatChunk] => [one, two, three, one],

  anOpenAIChunk: (chunk: WireOf<typeof openAI>): ReadonlyArray<string | number | boolean | null | undefined> => {
    const choice = chunk.choices?.[0]
    const call = choice?.delta?.tool_calls?.[0]
    return [
      chunk.id,
      chunk.created,
      chunk.model,
      chunk.service_tier,
      chunk.system_fingerprint,
      chunk.obfuscation,
      choice?.index,
      choice?.finish_reason,
      choice?.delta?.role,
      choice?.delta?.refusal,
      choice?.delta?.audio?.transcript,
      choice?.delta?.annotations?.[0]?.url_citation?.url,
      choice?.logprobs?.content?.[0]?.top_logprobs?.[0]?.logprob,
      call?.index,
      call?.id,
      call?.function?.name,
      typeof call?.function?.arguments === 'string' ? call.function.arguments : '',
      chunk.usage?.prompt_tokens_details?.cached_tokens,
      chunk.usage?.completion_tokens_details?.reasoning_tokens
    ]
  },

  anOpenRouterChunk: (
    chunk: WireOf<typeof openRouter>
  ): ReadonlyArray<string | number | boolean | null | undefined> => [
    chunk.provider,
    typeof chunk.error === 'string' ? chunk.error : chunk.error?.code,
    chunk.usage?.cost,
    chunk.usage?.is_byok,
    chunk.usage?.cost_details?.upstream_inference_cost,
    chunk.usage?.server_tool_use_details?.web_search_requests,
    chunk.openrouter_metadata?.attempts?.[0]?.status,
    chunk.openrouter_metadata?.endpoints?.available?.[0]?.selected,
    chunk.openrouter_metadata?.pipeline?.[0]?.cost_usd,
    chunk.choices?.[0]?.native_finish_reason,
    chunk.choices?.[0]?.delta?.reasoning
  ],

  dialects: (
    ofGroq: ResponseOf<typeof groq>,
    ofAzure: WireOf<typeof azure>,
    ofDeepSeek: WireOf<typeof deepSeek>,
    ofXai: WireOf<typeof xai>,
    ofZai: WireOf<typeof zai>,
    ofCerebras: WireOf<typeof cerebras>,
    ofPerplexity: WireOf<typeof perplexity>
  ): ReadonlyArray<string | number | boolean | null | undefined> => [
    ofGroq.choices[0]?.message?.executed_tools?.[0]?.code_results?.[0]?.chart?.elements?.[0]?.value,
    ofGroq.x_groq?.usage?.queue_time,
    ofGroq.mcp_list_tools?.[0]?.tools?.[0]?.name,
    ofAzure.prompt_filter_results?.[0]?.content_filter_results?.jailbreak?.detected,
    ofAzure.choices?.[0]?.content_filter_results?.hate?.severity,
    ofDeepSeek.usage?.prompt_cache_miss_tokens,
    ofDeepSeek.choices?.[0]?.delta?.reasoning_content,
    ofXai.usage?.num_sources_used,
    ofXai.citations?.[0],
    ofZai.web_search?.[0]?.link,
    ofCerebras.time_info?.queue_time,
    ofPerplexity.search_results?.[0]?.snippet,
    ofPerplexity.usage?.cost?.total_cost
  ],

  everyReasoningDetailIsKnown: (detail: ChatReasoningDetail): unknown => {
    switch (detail.type) {
      case 'reasoning.text':
        return [detail.text, detail.signature]
      case 'reasoning.summary':
        return detail.summary
      case 'reasoning.encrypted':
        return [detail.data, detail.format]
      case 'reasoning.server_tool_call':
        return detail.tool_name
      // @ts-expect-error: a misspelt kind
      case 'reasoning.texts':
        return undefined
      default: {
        const rest: Other = detail
        return rest
      }
    }
  },

  everyPartOfMistralIsKnown: (part: MistralPart): unknown => {
    switch (part.type) {
      case 'text':
        return part.text
      case 'thinking':
        return typeof part.thinking === 'string' ? part.thinking : part.thinking?.[0]?.type
      case 'reference':
        return part.reference_ids?.[0]
      case 'image_url':
        return part.image_url
      case 'document_url':
        return part.document_name
      case 'file':
        return part.file_id
      case 'input_audio':
        return part.input_audio
      default: {
        const rest: Other = part
        return rest
      }
    }
  },

  everyPartOfOpenRouterIsKnown: (part: OpenRouterPart): unknown => {
    switch (part.type) {
      case 'text':
        return part.cache_control?.ttl
      case 'image_url':
        return part.image_url
      case 'file':
        return part.file?.filename
      case 'input_audio':
        return part.input_audio?.format
      case 'video_url':
      case 'input_video':
        return part.video_url?.url
      default: {
        const rest: Other = part
        return rest
      }
    }
  },

  everyModerationIsKnown: (moderated: OpenAIModerated): unknown => {
    switch (moderated.type) {
      case 'moderation_results':
        return moderated.results?.[0]?.categories?.['violence']
      case 'error':
        return moderated.message
      default: {
        const rest: Other = moderated
        return rest
      }
    }
  },

  aPartOfMistralIsAText: (chunk: WireOf<typeof mistral>): string | null | undefined => {
    const content = chunk.choices?.[0]?.delta?.content
    if (typeof content === 'string') return content
    const part = content?.[0]
    return typeof part === 'string' ? part : part?.type === 'text' ? part.text : chunk.p
  },

  everyEventOfCohereIsKnown: (chunk: WireOf<typeof cohere>): unknown => {
    switch (chunk.type) {
      case 'message-start':
        return [chunk.id, chunk.delta?.message?.role]
      case 'content-start':
        return [chunk.index, chunk.delta?.message?.content?.type]
      case 'content-delta':
        return [chunk.delta?.message?.content?.text, chunk.logprobs?.token_ids?.[0]]
      case 'content-end':
      case 'tool-call-end':
      case 'citation-end':
        return chunk.index
      case 'tool-plan-delta':
        return chunk.delta?.message?.tool_plan
      case 'tool-call-start':
        return [chunk.delta?.message?.tool_calls?.id, chunk.delta?.message?.tool_calls?.function?.name]
      case 'tool-call-delta':
        return chunk.delta?.message?.tool_calls?.function?.arguments
      case 'citation-start': {
        const citation = chunk.delta?.message?.citations
        return [citation?.start, citation?.end, citation?.text, citation?.sources?.[0]?.type]
      }
      case 'message-end':
        return [chunk.delta?.finish_reason, chunk.delta?.usage?.tokens?.input_tokens, chunk.delta?.usage?.cached_tokens]
      case 'debug':
        return chunk.prompt
      // @ts-expect-error: a misspelt kind
      case 'message-ends':
        return undefined
      default: {
        const rest: Other = chunk
        return rest
      }
    }
  },

  theWireOfCohere: (chunk: CohereChunk): WireOf<typeof cohere> => chunk,

  aLineOfOllama: (
    line: WireOf<typeof ollama>,
    other: WireOf<typeof ollamaGenerate>
  ): ReadonlyArray<string | number | boolean | null | undefined | Readonly<Record<string, unknown>>> => {
    const same: OllamaChunk = other
    const call = line.message?.tool_calls?.[0]
    return [
      line.model,
      line.created_at,
      line.message?.content,
      line.message?.thinking,
      line.message?.images?.[0],
      call?.id,
      call?.function?.name,
      call?.function?.arguments,
      line.done,
      line.done_reason,
      line.prompt_eval_count,
      line.eval_count,
      line.total_duration,
      line.logprobs?.[0]?.top_logprobs?.[0]?.token,
      same.response,
      same.context?.[0],
      same.image,
      same.completed
    ]
  },

  misspeltFieldsDoNotCompile: (
    chunk: WireOf<typeof openRouter>,
    plain: ChatChunk,
    error: ChatErrorBody,
    line: OllamaChunk
  ): ReadonlyArray<unknown> => [
    // @ts-expect-error: a misspelt field
    chunk.choises,
    // @ts-expect-error: a misspelt field
    chunk.usage?.cost_detail,
    // @ts-expect-error: a misspelt field of a delta
    chunk.choices?.[0]?.delta?.reasoning_detail,
    // @ts-expect-error: the dialect's alone
    plain.provider,
    // @ts-expect-error: a misspelt field
    error.error?.messages,
    // @ts-expect-error: a misspelt field
    line.eval_counts
  ]
}
