/** A short campaign over the seeds of the project, for a Node that is started with other flags. It prints what it found. */
import { campaign } from './campaign.ts'
import { ownSeeds } from './seeds.ts'

const { inputs, finds } = campaign(ownSeeds(), 1, { from: 0, step: 1, count: 6000 })
process.stdout.write(JSON.stringify({ inputs, faults: finds.flatMap(({ faults }) => faults) }))
