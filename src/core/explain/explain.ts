/** What a message means, once it is known what it is: codes and values, no sentences. The provider says what is what, as data. */
import type { Name } from '../providers/field.ts';
import type { Claim } from '../providers/provider.ts';
import type { ExplainShape } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { checksOf } from './checks.ts';
import type { Expected } from './checks.ts';
import { deliveryChecks } from './delivery.ts';
import type { Explanation, State } from './explanation.ts';
import { fieldNotes, knownAs } from './fields.ts';
import { summaryOf } from './summary.ts';
import { Values } from './values.ts';

export interface ExplainCase {
  readonly reading: Reading;
  readonly claim: Claim;
  readonly names: readonly Name[];
  readonly shape: ExplainShape;
  /** Pairs (by index) that the rule signs; null where it is not known. */
  readonly signed: ReadonlySet<number> | null;
  readonly now?: Date;
  readonly expected?: Expected;
}

/** Total: any reading gives an explanation. */
export function explain({ reading, claim, names, shape, signed, now, expected = {} }: ExplainCase): Explanation {
  const dictionary = new Map(names.map((name) => [name.name, name]));
  const values = new Values(reading, shape, (name) => knownAs(dictionary, name)?.kind);
  return {
    summary: summaryOf(shape, values),
    fields: fieldNotes(reading, dictionary, shape, values, signed),
    checks: [
      ...checksOf(shape, values, { names, dialect: claim.dialect, expected, now }),
      ...(shape.deliveries ? deliveryChecks(reading, shape.deliveries, now) : []),
    ],
    state: stateOf(shape, values),
    acknowledgement: shape.acknowledgement,
  };
}

function stateOf({ status, states }: ExplainShape, values: Values): State | null {
  const now = values.first(status) ?? '';
  const around = states.find((each) => each.includes(now));
  return around ? { now, states: around } : null;
}
