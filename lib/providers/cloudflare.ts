import { workersAIProvider } from '../protocols/openAIChat/workersAIProvider.ts'

/**
 * Cloudflare's Workers AI: `/ai/v1/chat/completions`, and `/ai/run/{model}`, whose chunks have a `response` in place of choices,
 * whose calls may be `{"name", "arguments"}`, and whose body is in the `result` of Cloudflare's API. The latter has no finish
 * reason, so `[DONE]` alone ends a stream. An error is `{"success": false, "errors": […]}`.
 *
 * Fields of its own: `p`, which pads each chunk to hide its length.
 *
 * Source: https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility,
 * https://github.com/cloudflare/ai/tree/main/packages/workers-ai-provider
 *
 * @category providers
 * @since 0.1.0
 */
export const cloudflare = /* @__PURE__ */ workersAIProvider({
  name: 'cloudflare',
  source: 'https://developers.cloudflare.com/workers-ai/configuration/open-ai-compatibility',
  terminal: 'done'
})
