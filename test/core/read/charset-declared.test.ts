/** Who says the character set: the message's own parameter, else the header, else its bytes. */
import { expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';

/** 联通 in GBK, which is valid UTF-8 as well: the classic case that bytes alone decide wrongly. */
const UNICOM = '%C1%AA%CD%A8';
const request = (contentType: string, body: string): string => `POST /notify HTTP/1.1\r\nContent-Type: ${contentType}\r\n\r\n${body}`;
const body = `notify_type=trade_status_sync&subject=${UNICOM}&trade_no=1&sign=YQ%3D%3D`;
const subject = (text: string) => read(text).reading.pairs.find(({ name }) => name === 'subject')?.value;

test.each(['application/x-www-form-urlencoded; charset=GBK', 'application/x-www-form-urlencoded;text/html;charset="gb2312"'])(
  'the header counts where no parameter says it: %s',
  (contentType) => {
    expect(subject(request(contentType, body))).toBe('联通');
    expect(read(request(contentType, body)).reading.charset.used).toMatch(/^gb/);
  },
);

test('a parameter goes before the header', () => {
  expect(read(request('text/html; charset=utf-8', `charset=GBK&${body}`)).reading.charset).toMatchObject({ declared: 'GBK', used: 'gbk' });
});

test('a set that holds no Chinese, as servers add by themselves, and one that nobody knows say nothing', () => {
  for (const name of ['ISO-8859-1', 'klingon', '', `${'x'.repeat(5000)}`])
    expect(read(request(`text/html; charset=${name}`, 'notify_type=a&trade_no=1&sign=b')).reading.charset.declared).toBeNull();
});
