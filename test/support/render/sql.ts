/** Rows as MySQL's own dump writes them (mysql_real_escape_string), and as standard SQL has them. */
import type { Fields } from './values.ts';

const mysql = (text: string): string => `'${text.replace(/[\\'"\n\r]/g, (sign) => ({ '\n': '\\n', '\r': '\\r' })[sign] ?? `\\${sign}`)}'`;
const standard = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const mysqlInsert = (list: Fields): string =>
  `INSERT INTO \`notify\` (\`id\`, ${list.map(([name]) => `\`${name}\``).join(', ')}) VALUES (1, ${list.map(([, value]) => mysql(value)).join(', ')});`;
export const standardInsert = (list: Fields): string =>
  `INSERT INTO "notify" (${list.map(([name]) => `"${name}"`).join(', ')}) VALUES (${list.map(([, value]) => standard(value)).join(', ')});`;
export const mysqlUpdate = (list: Fields): string =>
  `UPDATE \`notify\` SET ${list.map(([name, value]) => `\`${name}\` = ${mysql(value)}`).join(', ')} WHERE \`id\` = 1;`;
export const columnHolds = (body: string): string => `INSERT INTO \`notify\` VALUES ('1', NULL, ${mysql(body)}, '2024-05-01 10:00:00');`;
