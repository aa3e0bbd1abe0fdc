/** The address that istiod gives to a ServiceEntry's host which has none, by its number from 1 (`PILOT_ENABLE_IP_AUTOALLOCATE`). */
export const autoAddressOf = (number: number): string =>
  `240.240.${Math.floor(number / 256)}.${number % 256}`;

/** Stands for whatever address public DNS gives; no Service and no ServiceEntry has it. */
export const PUBLIC_ADDRESS = 'public';

/** Whether an address is a range. */
export const isRange = (address: string): boolean => address.includes('/');

/** An address as a number, and how many bits it has; undefined for what is none. */
function bits(address: string): { readonly value: bigint; readonly size: number } | undefined {
  const plain = address.replace(/^\[|\]$/g, '');
  return plain.includes(':') ? bitsOf6(plain) : bitsOf4(plain);
}

function bitsOf4(address: string): ReturnType<typeof bits> {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    return undefined;
  return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), size: 32 };
}

/** Groups of four hexadecimal digits; `::` stands for as many of nothing as are missing, and IPv4 may be the end. */
function bitsOf6(address: string): ReturnType<typeof bits> {
  const dotted = /[^:]*\.[^:]*$/.exec(address)?.[0];
  const end = dotted === undefined ? undefined : bitsOf4(dotted);
  if (dotted !== undefined && !end) return undefined;
  const whole = end
    ? address.slice(0, -(dotted ?? '').length) +
      [end.value >> 16n, end.value & 0xffffn].map((each) => each.toString(16)).join(':')
    : address;
  const halves = whole.split('::').map((half) => (half ? half.split(':') : []));
  const [before = [], after] = halves;
  const missing = 8 - before.length - (after?.length ?? 0);
  if (halves.length > 2 || missing < 0 || (after === undefined && missing > 0)) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  if (groups.some((group) => !/^[\da-f]{1,4}$/i.test(group))) return undefined;
  return { value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n), size: 128 };
}

/** How long the prefix is by which a range holds an address; -1 where it does not. A single address is its own range. */
export function heldBy(range: string, address: string): number {
  const slash = range.indexOf('/');
  const [one, other] = [bits(slash < 0 ? range : range.slice(0, slash)), bits(address)];
  if (!one || !other) return range === address ? 32 : -1;
  const length = slash < 0 ? one.size : Number(range.slice(slash + 1));
  const isLength = Number.isInteger(length) && length >= 0 && length <= one.size;
  if (one.size !== other.size || !isLength) return -1;
  const rest = BigInt(one.size - length);
  return one.value >> rest === other.value >> rest ? length : -1;
}

/** A range as it is compared: what lies behind its prefix does not count. */
export function maskedRange(range: string): string {
  const slash = range.indexOf('/');
  const one = bits(slash < 0 ? range : range.slice(0, slash));
  if (!one) return range;
  const length = slash < 0 ? one.size : Number(range.slice(slash + 1));
  if (!Number.isInteger(length) || length < 0 || length > one.size) return range;
  return `${one.value >> BigInt(one.size - length)}/${length}/${one.size}`;
}

/** An address as it is compared: ranges of one address are that address. */
export const plainAddress = (address: string): string =>
  address.replace(address.includes(':') ? /\/128$/ : /\/32$/, '');
