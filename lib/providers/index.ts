/**
 * The only list of the providers. The public surface, the command line, `deltafold/providers`, the table of
 * `lib/providers/README.md` and the specs are derived from it. The files exported here contain no other exports.
 *
 * @since 0.1.0
 */
export * from './anthropicMessages.ts'
export * from './bedrockAnthropic.ts'
export * from './bedrockConverse.ts'
export * from './cloudflare.ts'
export * from './cohereChat.ts'
export * from './googleGenerate.ts'
export * from './googleInteractions.ts'
export * from './ollamaChat.ts'
export * from './openAIChatGateways.ts'
export * from './openAIChatHosts.ts'
export * from './openAIChatMakers.ts'
export * from './openAIChatServers.ts'
export * from './openAIResponses.ts'
