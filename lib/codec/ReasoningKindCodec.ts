import * as t from 'io-ts'

import type { ReasoningKind } from '../data/parts/Reasoning.ts'
import { reasoningShape } from '../data/parts/Reasoning.ts'

/** @internal */
export const ReasoningKindCodec: t.Type<ReasoningKind> = /* @__PURE__ */ t.keyof(reasoningShape.required.kind)
