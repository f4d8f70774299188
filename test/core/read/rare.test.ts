/** Rare shapes in which people hold notifications are read byte for byte: alone, among other text, with CRLF, and several of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RARE } from '../../../src/core/read/rare/rare.ts';
import { read } from '../../../src/core/read/read.ts';
import type { FormId, Reading, RepairId } from '../../../src/core/read/reading.ts';
import * as lines from '../../support/render/rare-lines.ts';
import * as maps from '../../support/render/rare-maps.ts';
import * as structures from '../../support/render/rare-structures.ts';
import { fieldsWithout } from '../../support/render/values.ts';
import type { Fields } from '../../support/render/values.ts';

interface Way {
  readonly form: FormId;
  readonly name: string;
  readonly render: (list: Fields) => string;
  /** Values that the form loses, or that cannot be told from the rest of it. */
  readonly lost?: RegExp;
  readonly repair?: RepairId;
  /** The usual readers know it as well. */
  readonly usual?: true;
  /** Found only where nothing stands around it, or where there is one of it. */
  readonly alone?: true;
  readonly single?: true;
}

const LINES = /\n/;
const ASSIGNED = /,\s*[A-Za-z_][\w.[\]-]*=/;
const BLANKS = /^\s|\s$|\n/;

const WAYS: readonly Way[] = [
  { form: 'lines', name: 'YAML in double quotes', render: lines.yamlDouble, usual: true },
  { form: 'lines', name: 'YAML in single quotes', render: lines.yamlSingle, lost: LINES, usual: true },
  { form: 'lines', name: 'YAML in ASCII', render: lines.yamlAscii, usual: true },
  { form: 'lines', name: 'variables of Python', render: lines.pythonVariables, usual: true },
  { form: 'lines', name: 'members of an object', render: lines.members },
  { form: 'lines', name: 'bullets', render: lines.bullets, lost: LINES },
  { form: 'lines', name: 'numbers', render: lines.numbered, lost: /\n|^ / },
  { form: 'lines', name: 'arrows', render: lines.arrows, lost: LINES },
  { form: 'log-line', name: 'names and values of a log', render: lines.nameAndValue, lost: LINES },
  { form: 'log-line', name: 'form items of Wireshark', render: lines.wireshark, lost: LINES },
  { form: 'lines', name: 'lines by turns', render: lines.turns, lost: LINES },
  { form: 'lines', name: 'lines by turns, with colons', render: lines.turnsWithColons, lost: LINES },
  { form: 'lines', name: 'a CSV of two columns', render: lines.csvColumns },
  { form: 'lines', name: 'a CSV of two columns with a head', render: lines.csvHeadedColumns },
  { form: 'lines', name: 'a CSV row under its names', render: lines.csvRow },
  { form: 'lines', name: 'a TSV row under its names', render: lines.tsvRow, lost: /\n|^"/ },
  { form: 'lines', name: 'a Markdown table of two columns', render: lines.markdownColumns, lost: /^\s|\s$|\n|^`|\\$/ },
  { form: 'lines', name: 'a Markdown row under its names', render: lines.markdownRow, lost: /^\s|\s$|\n|^`|\\$/ },
  { form: 'lines', name: 'a table of MySQL', render: lines.mysqlTable, lost: /^\s|\s$|\n|^`|\\$/ },
  { form: 'java-map', name: 'a Scala map', render: maps.scalaMap },
  { form: 'java-map', name: 'a Dart map', render: maps.dartMap, lost: /,\s+[A-Za-z_][\w.[\]-]*: / },
  { form: 'java-map', name: 'a Groovy map', render: maps.groovyMap, lost: /,\s+[A-Za-z_][\w.[\]-]*:/ },
  { form: 'java-map', name: 'a bean of Lombok', render: maps.lombok, lost: ASSIGNED },
  { form: 'java-map', name: 'a record', render: maps.record, lost: ASSIGNED },
  { form: 'java-map', name: 'a bean of Commons', render: maps.commons, lost: ASSIGNED },
  { form: 'java-map', name: 'a bean of Commons in lines', render: maps.commonsLines, lost: /\n|,[A-Za-z_][\w.[\]-]*=/ },
  { form: 'java-map', name: 'a bean with quotes', render: maps.bean, lost: ASSIGNED, usual: true },
  { form: 'lines', name: 'pairs between bars', render: maps.separatedBy('|'), single: true, alone: true },
  { form: 'lines', name: 'pairs between semicolons', render: maps.separatedBy('; '), single: true, alone: true },
  { form: 'lines', name: 'pairs between commas', render: maps.separatedBy(','), single: true, alone: true },
  { form: 'lines', name: 'pairs between bars in a line', render: maps.separatedBy(' | '), lost: BLANKS },
  { form: 'java-source', name: 'Map.of', render: maps.mapOf },
  { form: 'java-source', name: 'Map.ofEntries', render: maps.mapOfEntries },
  { form: 'java-source', name: 'mapOf of Kotlin', render: maps.kotlinMapOf },
  { form: 'java-source', name: 'a Scala map as source', render: maps.scalaSource },
  { form: 'ios-log', name: 'a Swift dictionary', render: maps.swift },
  { form: 'log-line', name: 'a QMap', render: maps.qt },
  { form: 'python-dict', name: 'a MultiDictProxy', render: maps.multiDictProxy },
  { form: 'python-dict', name: 'a CombinedMultiDict', render: maps.combinedMultiDict },
  { form: 'python-dict', name: 'a dataclass', render: maps.dataclass },
  { form: 'json', name: 'a list of keys and values', render: structures.listOfKeys },
  { form: 'json', name: 'a list of names and values', render: structures.listOfNames },
  { form: 'json', name: 'a list of pairs', render: structures.listOfPairs },
  { form: 'json', name: 'a list of objects of one member', render: structures.listOfSingles },
  { form: 'xml', name: 'entries', render: structures.xmlEntries },
  { form: 'xml', name: 'entries with CDATA', render: structures.xmlCdata },
  { form: 'xml', name: 'a property list', render: structures.plist },
  { form: 'xml', name: 'preferences of Android', render: structures.preferences },
  { form: 'xml', name: 'properties of Java', render: structures.properties },
  { form: 'xml', name: 'hidden fields', render: structures.inputs },
  { form: 'http', name: 'a multipart body', render: structures.multipart },
  { form: 'http', name: 'a multipart body with a file', render: structures.multipartWithFile },
  { form: 'http', name: 'a multipart request', render: structures.multipartRequest, alone: true },
  { form: 'form-body', name: 'nested names', render: structures.nested, repair: 'name-prefix' },
  { form: 'form-body', name: 'nested names, encoded', render: structures.nestedEncoded, repair: 'name-prefix' },
  { form: 'form-body', name: 'Base64', render: structures.base64, repair: 'body-base64' },
  { form: 'form-body', name: 'Base64 in lines', render: structures.base64Lines, repair: 'body-base64', alone: true, single: true },
  { form: 'form-body', name: 'Base64 of addresses', render: structures.base64Url, repair: 'body-base64' },
  { form: 'form-body', name: 'hex', render: structures.hex, repair: 'body-hex' },
  { form: 'form-body', name: 'hex with blanks', render: structures.hexSpaced, repair: 'body-hex', alone: true, single: true },
  { form: 'form-body', name: 'a hex dump', render: structures.hexdump, repair: 'body-hex', alone: true, single: true },
  { form: 'form-body', name: 'a body encoded again', render: structures.encodedAgain, repair: 'body-encoded-again' },
  { form: 'json', name: 'an event of AWS Lambda', render: structures.lambda, repair: 'body-base64' },
];

const around = (text: string): string => `2024-05-01 10:00:00.123 INFO 1 --- notify:\n${text}\n处理完成\n`;
const pairsOf = ({ pairs }: Reading): unknown => pairs.map(({ name, value }) => [name, value]);

describe.each(WAYS)('$name', ({ form, render, lost = /^\b$/, repair, usual, alone, single }) => {
  const some = fieldsWithout(lost);
  const readIn = (text: string, pick = 0): Reading => (usual ? read(text, { pick }) : read(text, { pick }, RARE)).reading;

  test('its pairs come back, and each is where it stands', () => {
    fc.assert(
      fc.property(some, (list) => {
        const text = render(list);
        const reading = readIn(text);
        expect(pairsOf(reading)).toEqual(list);
        expect([reading.form, reading.found]).toEqual([form, 1]);
        if (repair) expect(reading.repairs.map(({ id }) => id)).toContain(repair);
        for (const { valueSpan, value } of reading.pairs) if (value !== '') expect(valueSpan[1]).toBeGreaterThan(valueSpan[0]);
      }),
      { numRuns: 60 },
    );
  });

  test.skipIf(alone)('it is found among other text', () => {
    fc.assert(
      fc.property(some, (list) => {
        expect(pairsOf(readIn(around(render(list))))).toEqual(list);
      }),
      { numRuns: 40 },
    );
  });

  test('line ends may be CRLF', () => {
    fc.assert(
      fc.property(
        some.filter((list) => list.every(([, value]) => !value.includes('\n'))),
        (list) => {
          expect(pairsOf(readIn(render(list).replace(/\r?\n/g, '\r\n')))).toEqual(list);
        },
      ),
      { numRuns: 20 },
    );
  });

  test.skipIf(single)('several are found, and can be picked', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom('\n', '\n\n', '\n\n以下是第二条：\n'), (one, two, between) => {
        const text = `${render(one)}${between}${render(two)}`;
        expect(readIn(text).found).toBe(2);
        expect([pairsOf(readIn(text, 0)), pairsOf(readIn(text, 1))]).toEqual([one, two]);
      }),
      { numRuns: 20 },
    );
  });
});
