/** The languages whose maps are written as constructions: where one begins, and the grammar of its strings. */
import { readConstruct } from './construct.ts';
import type { Grammar } from './construct.ts';
import { MAX_DUMPS, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import type { FormId } from './reading.ts';
import type { Reader } from './tree.ts';

/** Beginnings that lead nowhere. */
const MAX_FAILURES = 16;

const PHP: Grammar = { plainSingle: true, join: '.' };
const RUBY: Grammar = { plainSingle: true, join: '+' };
const GO: Grammar = { plainSingle: false, join: '+', rawBackticks: true };
const FULL: Grammar = { plainSingle: false, join: '+' };

/** `var_export`, arrays in source code, `print_r`'s successors in frameworks (`dd`). @see php-src ext/standard/var.c php_var_export_ex */
export const readPhpExport = constructs(
  'php-export',
  /(?:\(object\)\s{0,64})?\barray\s{0,64}\((?!\d+\)|size=)|\[\s{0,512}(?=["'][^"'\n]{0,200}["']\s{0,64}=>)|\\?\b[A-Za-z]\w{0,100}::__set_state\(/g,
  PHP,
);

/** Symfony's dumper, Laravel's `dd()`: strings in quotes without escapes. @see symfony/var-dumper CliDumper */
export const readPhpDumper = constructs('php-export', /\barray:\d{1,9} \[/g, { ...PHP, unescaped: true });

/** `QueryDict`, `MultiDict`, `OrderedDict`, and what `items()` gives. @see django.http.QueryDict; werkzeug.datastructures */
export const readPythonDict = constructs(
  'python-dict',
  /<\w{0,32}Dict: (?=\{)|\b(?:\w{1,64}\.){0,3}\w{0,32}[Dd]ict\(|[[(]\s{0,64}(?=\([bu]?['"][^'"\n]{0,200}['"], )/g,
  FULL,
);

/** What Node prints of objects without a prototype, maps and forms. @see Node util.inspect */
export const readJsObject = constructs(
  'js-object',
  /\[[A-Z]\w{0,64}: null prototype\] (?=\{)|\b(?:Map|FormData|URLSearchParams|HeadersList)(?:\(\d{1,9}\))? (?=\{)/g,
  FULL,
);

/** Go source, as `%#v` prints it. @see Go fmt */
export const readGoLiteral = constructs(
  'go-map',
  /&?\b(?:map\[\w{1,64}\](?:\[\])?[\w.]{1,64}|url\.Values|gin\.H|[a-z]\w{0,64}\.[A-Z]\w{0,64})(?:\s?\{\})?\{/g,
  GO,
);

/** Hashes of Ruby, and the parameters of Rails. @see ruby hash.c inspect; ActionController::Parameters#inspect */
export const readRuby = constructs(
  'ruby',
  /#?<ActionController::Parameters (?=\{)|\{\s{0,64}(?=:[A-Za-z_]\w{0,127}\s?=>|"[^"\n]{1,200}"\s?=>|'[^'\n]{1,200}'\s?=>)/g,
  RUBY,
);

function constructs(form: FormId, heads: RegExp, grammar: Grammar): Reader {
  return (of) => {
    const dumps: Dump[] = [];
    const pattern = new RegExp(heads);
    let failures = 0;
    for (let found = pattern.exec(of.text); found && dumps.length < MAX_DUMPS && failures < MAX_FAILURES; found = pattern.exec(of.text)) {
      const start = found.index;
      const read = readConstruct(of, start, grammar);
      if (read?.node.kind === 'map') dumps.push({ root: read.node, start, end: read.end, cut: read.cut });
      else failures++;
      pattern.lastIndex = Math.max(pattern.lastIndex, read?.end ?? 0);
    }
    return parsedDumps(of, form, dumps);
  };
}
