/** Who takes part, by name. Each is loaded in a process of its own: a library slows the others of its process down. */

const all = ['anthropic', 'chat', 'responses']

const entry = (file, name, reads, isQuick = true) => ({ file, name, reads, isQuick, isOurs: file === 'deltafold' })

/** Whose versions say what was measured. */
export const packages = {
  deltafold: ['rxjs', 'fp-ts', 'io-ts'],
  eventsourceParser: ['eventsource-parser'],
  openai: ['openai'],
  anthropic: ['@anthropic-ai/sdk'],
  tanstack: ['@tanstack/ai', '@tanstack/ai-openai'],
  aiSdk: ['@ai-sdk/openai-compatible', 'ai'],
  langchain: ['@langchain/openai', '@langchain/core']
}

export const contestants = [
  entry('deltafold', 'deltafold collectMessage', all),
  entry('deltafold', 'deltafold accumulateMessage', all),
  entry('deltafold', 'deltafold readAsync', all, false),
  entry('deltafold', 'deltafold readChunks', all, false),
  entry('deltafold', 'deltafold foldMachine', all),
  entry('deltafold', 'deltafold foldBody', all, false),
  entry('eventsourceParser', 'eventsource-parser + JSON.parse', all),
  entry('openai', 'openai create({ stream }) + accumulate', ['chat', 'responses']),
  entry('openai', 'openai ChatCompletionStream', ['chat']),
  entry('openai', 'openai ResponseStream', ['responses']),
  entry('anthropic', '@anthropic-ai/sdk create({ stream }) + accumulate', ['anthropic']),
  entry('anthropic', '@anthropic-ai/sdk MessageStream', ['anthropic']),
  entry('tanstack', '@tanstack/ai chat()', ['chat']),
  entry('aiSdk', '@ai-sdk/openai-compatible doStream', ['chat']),
  entry('langchain', '@langchain/openai stream + concat', ['chat']),
  entry('aiSdk', 'ai streamText', ['chat'])
]

/** What a contestant takes (`stream`, `pieces` or `body`), and how it is prepared for a protocol. */
export const load = async (name) => {
  const { file } = contestants.find((one) => one.name === name)
  const { default: entries } = await import(`./contestants/${file}.mjs`)
  return entries[name]
}
