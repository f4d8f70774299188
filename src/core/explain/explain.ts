/** What a message means, once it is known what it is: codes and values, no sentences. The provider says what is what, as data. */
import type { Name } from '../providers/field.ts';
import type { Claim } from '../providers/provider.ts';
import type { ExplainShape, Repeats } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { checksOf } from './checks.ts';
import type { Expected } from './checks.ts';
import { deliveryChecks } from './delivery.ts';
import type { Again, Explanation, State } from './explanation.ts';
import { fieldNotes, knownAs } from './fields.ts';
import { summaryOf } from './summary.ts';
import { todoOf } from './todo.ts';
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
  const todo = todoOf(shape, values, expected);
  return {
    summary: summaryOf(shape, values),
    fields: fieldNotes(reading, dictionary, shape, values, signed),
    checks: [...checksOf(shape, values, { names, dialect: claim.dialect, expected, now }), ...deliveryChecks(reading, shape, now)],
    state: stateOf(shape, values),
    acknowledgement: shape.acknowledgement,
    ...(shape.repeats && shape.acknowledgement ? { again: againOf(shape.repeats) } : {}),
    ...(todo.length > 0 ? { todo } : {}),
  };
}

function stateOf({ status, machines }: ExplainShape, values: Values): State | null {
  const now = values.first(status) ?? '';
  const around = machines.find(({ stages }) => stages.some((stage) => stage.includes(now)));
  return around ? { now, states: around.stages.flat(), machine: around.id, stages: around.stages } : null;
}

const againOf = ({ after, within }: Repeats): Again => ({ after, ...(within === undefined ? {} : { within }) });
