/** The languages and frameworks a person may say they use, and which of the catalogue's remedies then concern them. */
import type { Remedy } from '../../i18n/causes/prose.ts';

/** `labels` are beginnings of `Remedy.stack`, the closest first: who uses Laravel can also use what is written for PHP. */
export const frameworks = [
  { id: 'java', name: 'Java', labels: ['Java', 'Servlet', 'Spring', 'Tomcat'] },
  { id: 'spring', name: 'Spring', labels: ['Spring', 'Java', 'Servlet', 'Tomcat'] },
  { id: 'php', name: 'PHP', labels: ['PHP'] },
  { id: 'laravel', name: 'Laravel', labels: ['Laravel', 'PHP'] },
  { id: 'thinkphp', name: 'ThinkPHP', labels: ['ThinkPHP', 'PHP'] },
  { id: 'hyperf', name: 'Hyperf / Swoole', labels: ['Hyperf', 'Swoole', 'PHP'] },
  { id: 'node', name: 'Node.js', labels: ['Node', 'Express', 'JS', 'Koa'] },
  { id: 'express', name: 'Express', labels: ['Express', 'Node', 'JS'] },
  { id: 'koa', name: 'Koa / Egg', labels: ['Koa', 'Egg', 'Node', 'JS'] },
  { id: 'nest', name: 'NestJS', labels: ['NestJS', 'Express', 'Node', 'JS'] },
  { id: 'python', name: 'Python', labels: ['Python', '标准库', 'Standard library'] },
  { id: 'django', name: 'Django', labels: ['Django', 'DRF', 'Python', '标准库', 'Standard library'] },
  { id: 'flask', name: 'Flask / FastAPI', labels: ['Flask', 'FastAPI', 'Python', '标准库', 'Standard library'] },
  { id: 'go', name: 'Go', labels: ['Go', 'gin'] },
  { id: 'gin', name: 'gin', labels: ['gin', 'Go'] },
  { id: 'csharp', name: 'C# / .NET', labels: ['C#', '.NET', 'ASP.NET'] },
  { id: 'ruby', name: 'Rails', labels: ['Rails', 'Ruby'] },
] as const;

export type FrameworkId = (typeof frameworks)[number]['id'] | 'any';

export const FRAMEWORK_IDS: readonly ['any', ...FrameworkId[]] = ['any', ...frameworks.map(({ id }) => id)];

/** `PHP、Go` is for both; `Go（gopay）` is for Go, `Laravel 11` for Laravel, `LaravelS` for neither. */
const isFor = (stack: string, label: string): boolean =>
  stack.split(/、|, | and /).some((part) => part.startsWith(label) && !/^[A-Za-z0-9]/.test(part.slice(label.length)));

/** The remedies of one framework, closest first, and the rest as they stand. */
export function splitRemedies(
  remedies: readonly Remedy[],
  framework: FrameworkId,
): { readonly mine: readonly Remedy[]; readonly others: readonly Remedy[] } {
  const labels: readonly string[] | undefined = frameworks.find(({ id }) => id === framework)?.labels;
  if (!labels) return { mine: remedies, others: [] };
  const mine = labels.flatMap((label) => remedies.filter(({ stack }) => isFor(stack, label)));
  return { mine: [...new Set(mine)], others: remedies.filter((remedy) => !mine.includes(remedy)) };
}

/** The frameworks for which there is something to choose among these remedies. */
export const frameworksIn = (remedies: readonly Remedy[]): readonly (typeof frameworks)[number][] =>
  frameworks.filter(({ labels }) => labels.some((label) => remedies.some(({ stack }) => isFor(stack, label))));
