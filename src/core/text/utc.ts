/** A moment as its digits in UTC, by arithmetic alone: no clock, no zone of the machine. @see H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" */

const DAY = 86_400_000;

/** `yyyy-MM-dd HH:mm:ss.SSS` of milliseconds since 1970; years 0 to 9999. */
export function utcText(ms: number): string {
  const days = Math.floor(ms / DAY);
  const rest = ms - days * DAY;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)} ${time}.${String(rest % 1000).padStart(3, '0')}`;
}
