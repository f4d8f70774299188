/** The readers of what programs print: every language's way to show a map. */
import { readAndroidLog } from './android-log.ts';
import { readGoLiteral, readJsObject, readPhpDumper, readPhpExport, readPythonDict, readRuby } from './constructs.ts';
import { readDotnet } from './dotnet.ts';
import { readGoMap } from './go-map.ts';
import { readIosLog } from './ios-log.ts';
import { readJavaMap } from './java-map.ts';
import { readPrintR } from './php-print-r.ts';
import { readPhpSerialize } from './php-serialize.ts';
import { readVarDump } from './php-var-dump.ts';
import { readStatements } from './statements.ts';
import type { Reader } from './tree.ts';

export const DUMP_READERS: readonly Reader[] = [
  readPrintR,
  readVarDump,
  readPhpExport,
  readPhpDumper,
  readPhpSerialize,
  readPythonDict,
  readJsObject,
  readRuby,
  readGoLiteral,
  readGoMap,
  readIosLog,
  readDotnet,
  readStatements,
  readAndroidLog,
  readJavaMap,
];
