/** The character sets a payment notification can be in. */

/** Allow-listed names (WHATWG encoding labels); anything else in a message is reported, not used. */
export type Charset = 'utf-8' | 'gbk' | 'gb18030' | 'big5' | 'iso-8859-1';
