import { bedrockConverseProvider } from '../protocols/bedrockConverse/index.ts'

/**
 * Amazon Bedrock, with its own protocol for all models (`ConverseStream`). A binary stream; an exception is a frame of its
 * own.
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
