/**
 * Providers of Bedrock's Converse.
 *
 * @since 0.1.0
 */
import { bedrockConverseProvider } from '../protocols/bedrockConverse/index.ts'

/**
 * Amazon Bedrock, with its own protocol for all models (`ConverseStream`). The stream is binary; an exception is a separate
 * frame.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 *
 * @category providers
 * @since 0.1.0
 */
export const bedrockConverse = /* @__PURE__ */ bedrockConverseProvider({
  name: 'bedrock-converse',
  source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html'
})

/**
 * Amazon's own models on Bedrock (Nova), invoked without Converse (`InvokeModelWithResponseStream`): each frame holds one
 * event of Converse in base64, and the last one repeats the token counts, in `amazon-bedrock-invocationMetrics`.
 *
 * Source: https://docs.aws.amazon.com/nova/latest/userguide/using-invoke-api.html,
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/streaming-responses.html
 *
 * @category providers
 * @since 0.1.0
 */
export const bedrockNova = /* @__PURE__ */ bedrockConverseProvider({
  name: 'bedrock-nova',
  source: 'https://docs.aws.amazon.com/nova/latest/userguide/using-invoke-api.html'
})
