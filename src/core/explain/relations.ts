/** Amounts that must agree, added up exactly. */
import type { ExplainShape, NameList, Relation, Term } from '../providers/shape.ts';
import { centsOf, decimalOf } from './amount.ts';
import type { Check } from './explanation.ts';
import type { Values } from './values.ts';

/** Where a relation finds its amounts: the message, or one member of a list. */
interface Scope {
  readonly first: (names: NameList) => string | undefined;
  readonly items: Values['items'];
}

/** `absent`: the question does not arise. `unreadable`: it does, but a text is no amount. */
type Sum = bigint | 'absent' | 'unreadable';

export function relationCheck(relation: Relation, shape: ExplainShape, values: Values, refund: boolean): readonly Check[] {
  if (relation.when !== undefined && (relation.when === 'refund') !== refund) return [];
  if (relation.unless?.in.includes(values.get(relation.unless.name) ?? '')) return [];
  const message: Scope = { first: (names) => values.first(names), items: (name) => values.items(name) };
  if (relation.each === undefined) return answer(relation, shape, message, {});
  const items = values.items(relation.each);
  if (items === undefined) return [];
  if (items === null) return [check(relation, 'unknown', {})];
  const answers = items.flatMap((item, i) => answer(relation, shape, memberScope(item), { index: String(i + 1) }));
  const telling = answers.find((each) => each.answer === 'no') ?? answers.find((each) => each.answer === 'unknown') ?? answers[0];
  return telling ? [telling] : [];
}

const memberScope = (item: ReadonlyMap<string, string>): Scope => ({
  first: (names) => names.map((name) => item.get(name)).find((value) => value !== undefined && value !== ''),
  items: () => undefined,
});

function answer(relation: Relation, shape: ExplainShape, scope: Scope, params: Readonly<Record<string, string>>): readonly Check[] {
  const [left, right] = [sumOf(relation.left, shape, scope), sumOf(relation.right, shape, scope)];
  if (left === 'absent' || right === 'absent') return [];
  if (left === 'unreadable' || right === 'unreadable') return [check(relation, 'unknown', params)];
  const holds = relation.is === 'equal' ? left === right : left <= right;
  const told = { ...params, left: decimalOf(left.toString(), shape.money), right: decimalOf(right.toString(), shape.money) };
  return [check(relation, holds ? 'yes' : 'no', told)];
}

function check({ id, soft }: Relation, answer: Check['answer'], params: Readonly<Record<string, string>>): Check {
  return { id, answer, params, ...(soft ? { soft } : {}) };
}

function sumOf(terms: readonly Term[], shape: ExplainShape, scope: Scope): Sum {
  let [sum, unreadable] = [0n, false];
  for (const term of terms) {
    const amount = amountOf(term, shape, scope);
    if (amount === 'absent') return amount;
    if (amount === 'unreadable') unreadable = true;
    else sum += term.minus ? -amount : amount;
  }
  return unreadable ? 'unreadable' : sum;
}

function amountOf(term: Term, shape: ExplainShape, scope: Scope): Sum {
  if ('list' in term) return listSum(term, shape, scope);
  const text = scope.first(term.of);
  if (text === undefined) return term.optional ? 0n : 'absent';
  const cents = centsOf(text, shape.money);
  if (cents === null) return 'unreadable';
  if (term.times === undefined) return BigInt(cents);
  const times = scope.first([term.times]);
  if (times === undefined) return 'absent';
  return /^\d{1,9}$/.test(times) ? BigInt(cents) * BigInt(times) : 'unreadable';
}

function listSum({ list, member, where }: Extract<Term, { list: string }>, shape: ExplainShape, scope: Scope): Sum {
  const items = scope.items(list);
  if (items === undefined) return 'absent';
  if (items === null) return 'unreadable';
  let sum = 0n;
  for (const item of items) {
    if (where && !where.in.includes(memberScope(item).first(where.member) ?? '')) continue;
    const cents = centsOf(item.get(member) ?? '', shape.money);
    if (cents === null) return 'unreadable';
    sum += BigInt(cents);
  }
  return sum;
}
