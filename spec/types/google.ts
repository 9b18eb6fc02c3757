/** The typed wire of Gemini's generateContent: each line under `@ts-expect-error` has an error. */
import type { google, ResponseOf, WireOf } from 'deltafold'
import type { GoogleChunk, GoogleGroundingChunk, GooglePart, GoogleUsageMetadata } from 'deltafold/wire'

type Wire = WireOf<typeof google>

/** Never run: `spec/types.spec.ts` compiles them. */
export const programs = {
  aResponseIsAChunk: (wire: Wire, response: ResponseOf<typeof google>): ReadonlyArray<GoogleChunk> => [wire, response],

  aChunkIsRead: (chunk: Wire): unknown => {
    const candidate = chunk.candidates?.[0]
    const tokens: number | null | undefined = chunk.usageMetadata?.thoughtsTokenCount
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = chunk.candidate
    return [
      tokens,
      misspelt,
      chunk.responseId,
      chunk.modelVersion,
      chunk.promptFeedback?.blockReason === 'SAFETY',
      candidate?.index,
      candidate?.finishReason === 'STOP',
      candidate?.finishMessage,
      candidate?.safetyRatings?.[0]?.category,
      candidate?.citationMetadata?.citations?.[0]?.uri,
      candidate?.groundingMetadata?.webSearchQueries?.[0],
      candidate?.groundingMetadata?.groundingSupports?.[0]?.segment?.startIndex,
      candidate?.groundingMetadata?.searchEntryPoint?.renderedContent,
      candidate?.urlContextMetadata?.urlMetadata?.[0]?.retrievedUrl,
      candidate?.logprobsResult?.chosenCandidates?.[0]?.logProbability,
      candidate?.content?.parts?.[0]?.thoughtSignature
    ]
  },

  theFieldDeterminesTheKind: (part: GooglePart): unknown => {
    if (part.functionCall) return [part.functionCall.name, part.functionCall.partialArgs?.[0]?.jsonPath]
    if (part.executableCode) return part.executableCode.code
    if (part.codeExecutionResult) return part.codeExecutionResult.outcome === 'OUTCOME_OK'
    if (part.inlineData) return [part.inlineData.mimeType, part.inlineData.data]
    if (part.fileData) return part.fileData.fileUri
    if (part.toolCall) return part.toolCall.toolType
    // @ts-expect-error: a misspelt kind
    if (part.functionCal) return undefined
    if (part.text === null || part.text === undefined) return undefined
    const text: string = part.text
    return [text, part.thought]
  },

  aSourceIsRead: (source: GoogleGroundingChunk): unknown =>
    source.web?.uri ?? source.retrievedContext?.documentName ?? source.maps?.placeId ?? source.image?.sourceUri,

  usageIsRead: (usage: GoogleUsageMetadata): unknown => {
    // @ts-expect-error: a misspelt field
    const misspelt: unknown = usage.promptTokens
    return [usage.promptTokensDetails?.[0]?.modality === 'TEXT', usage.trafficType, misspelt]
  }
}
