/** What a program prints, the reader reads, byte for byte: every language's dump of messages with the values that break readers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../support/read-sql.ts';
import type { FormId } from '../../../src/core/read/reading.ts';
import * as apps from '../../support/render/apps.ts';
import * as dotnet from '../../support/render/dotnet.ts';
import * as go from '../../support/render/go.ts';
import * as java from '../../support/render/java.ts';
import * as node from '../../support/render/node.ts';
import * as php from '../../support/render/php.ts';
import * as python from '../../support/render/python.ts';
import * as ruby from '../../support/render/ruby.ts';
import * as sql from '../../support/render/sql.ts';
import { fieldsWithout, sorted } from '../../support/render/values.ts';
import type { Fields } from '../../support/render/values.ts';

interface Way {
  readonly form: FormId;
  readonly name: string;
  readonly render: (list: Fields) => string;
  /** Values that the form loses, or that cannot be told from the rest of it. */
  readonly lost?: RegExp;
  /** Found only where nothing stands around it. */
  readonly alone?: true;
  readonly order?: (list: Fields) => Fields;
}

const NONE = /^\b$/;
const BLANKS = /^\s|\s$|\s\s|\n/;
const LINES = /\n/;

const WAYS: readonly Way[] = [
  { form: 'php-print_r', name: 'print_r', render: (list) => php.printR(list) },
  { form: 'php-print_r', name: 'print_r of an object', render: (list) => php.printR(list, { head: 'stdClass Object' }) },
  { form: 'php-print_r', name: 'print_r with CRLF', render: (list) => php.printR(list, { eol: '\r\n' }), lost: LINES },
  { form: 'php-print_r', name: 'print_r in a browser', render: php.printRInBrowser, lost: BLANKS },
  { form: 'php-var_dump', name: 'var_dump', render: (list) => php.varDump(list) },
  { form: 'php-var_dump', name: 'var_dump of Xdebug', render: (list) => php.varDumpXdebug(list) },
  { form: 'php-var_dump', name: 'var_dump of Xdebug as HTML', render: php.varDumpXdebugHtml },
  { form: 'php-export', name: 'var_export', render: (list) => php.varExport(list) },
  { form: 'php-export', name: 'a short array', render: php.shortArray },
  { form: 'php-export', name: 'assignments to an array', render: (list) => php.assignments(list) },
  { form: 'php-export', name: 'dd()', render: php.dumped, lost: LINES },
  { form: 'php-serialize', name: 'serialize', render: (list) => php.serialize({ array: list }) },
  { form: 'python-dict', name: 'a dict', render: (list) => python.dict(list) },
  { form: 'python-dict', name: 'a dict of bytes (Python 2)', render: (list) => python.dict(list, python.reprBytes) },
  { form: 'python-dict', name: 'a QueryDict', render: python.queryDict },
  { form: 'python-dict', name: 'an ImmutableMultiDict', render: python.multiDict },
  { form: 'python-dict', name: 'an OrderedDict', render: python.orderedDict },
  { form: 'python-dict', name: 'an OrderedDict of Python 3.12', render: python.orderedDict312 },
  { form: 'python-dict', name: 'a list of tuples', render: python.items },
  { form: 'java-map', name: 'a Java map', render: java.mapToString, lost: /,\s+[A-Za-z_][\w.[\]-]*=/ },
  {
    form: 'java-map',
    name: 'a Java map without brackets',
    render: java.withoutBrackets,
    lost: /,\s+[A-Za-z_][\w.[\]-]*=|^\s|\s$|&\w+=/,
    alone: true,
  },
  { form: 'java-map', name: 'a Java map of lists', render: java.multiMapToString, lost: /\],\s/ },
  { form: 'java-source', name: 'puts', render: java.puts },
  { form: 'go-map', name: 'a Go map', render: go.mapV, lost: /(?:^|[ \n])[A-Za-z_][\w.-]*(?:\[\])?:/, order: sorted },
  { form: 'go-map', name: 'url.Values', render: go.valuesV, order: sorted },
  { form: 'go-map', name: 'url.Values as source', render: go.valuesSource, order: sorted },
  { form: 'go-map', name: 'a Go map as source', render: go.mapSource, order: sorted },
  { form: 'dotnet', name: 'pairs one a line', render: dotnet.pairLines },
  { form: 'dotnet', name: 'pairs joined', render: dotnet.pairsJoined },
  { form: 'dotnet', name: 'pairs of a debugger', render: dotnet.debuggerView },
  { form: 'dotnet', name: 'keys and values', render: dotnet.keyValueLines, lost: BLANKS },
  { form: 'dotnet', name: 'calls of Add', render: dotnet.adds },
  { form: 'dotnet', name: 'calls of Add, verbatim', render: dotnet.addsVerbatim },
  { form: 'dotnet', name: 'an initialiser', render: dotnet.initialiser },
  { form: 'dotnet', name: 'an indexer', render: dotnet.indexer },
  { form: 'ruby', name: 'a hash', render: ruby.hash },
  { form: 'ruby', name: 'a hash of Ruby 3.4', render: ruby.hash34 },
  { form: 'ruby', name: 'a hash of symbols', render: ruby.symbols },
  { form: 'ruby', name: 'a log of Rails', render: ruby.railsLog },
  { form: 'ruby', name: 'parameters of Rails', render: ruby.railsParameters },
  { form: 'ruby', name: 'parameters of Rails 4', render: ruby.railsParametersOld },
  { form: 'sql', name: 'an INSERT of standard SQL', render: sql.standardInsert },
  { form: 'sql', name: 'an UPDATE of MySQL', render: sql.mysqlUpdate },
  { form: 'ios-log', name: 'an NSDictionary', render: apps.nsDictionary },
  { form: 'js-object', name: 'an object', render: node.plainObject },
  { form: 'js-object', name: 'an object without a prototype', render: node.withoutPrototype },
  { form: 'js-object', name: 'a Map', render: node.map },
  { form: 'js-object', name: 'URLSearchParams', render: node.searchParams },
];

const AROUND: readonly (readonly [string, (text: string) => string])[] = [
  ['alone', (text) => text],
  ['with text around it', (text) => `2024-05-01 10:00:00.123 INFO 1 --- notify:\n${text}\n处理完成\n`],
];

describe.each(WAYS)('$name', ({ form, render, lost = NONE, alone, order = (list: Fields) => list }) => {
  test.each(AROUND.slice(0, alone ? 1 : 2))('%s: its pairs come back', (name, wrap) => {
    fc.assert(
      fc.property(fieldsWithout(lost), (list) => {
        const { reading } = read(wrap(render(list)));
        expect(reading.pairs.map((pair) => [pair.name, pair.value])).toEqual(order(list));
        if (name === 'alone') expect(reading.form).toBe(form);
        expect(reading.found).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});
