import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { isAddressOrRange } from '../../values/address.ts';
import { quote } from '../../words.ts';

const places: readonly string[] = [
  'http[].match[].destinationSubnets[]',
  'tcp[].match[].destinationSubnets[]',
  'tls[].match[].destinationSubnets[]',
];

/** Subnets of a VirtualService's matches. */
export const matchSubnets: SpecRule = ({ spec }) => texts(all(spec, places)).flatMap(addressOrRange);

/** Addresses of a ServiceEntry. */
export const entryAddresses: SpecRule = ({ spec }) => texts(all(spec, 'addresses[]')).flatMap(addressOrRange);

/** An address, or a range of them. */
export function addressOrRange(spot: Spot<string>): readonly Finding[] {
  if (isAddressOrRange(spot.value)) return [];
  const meant = addressMeant(spot.value);
  const what = `${quote(spot.value)} is neither an IP address nor a range such as 10.1.0.0/16.`;
  return [refuse('MW0327', spot, what, { mends: meant ? [setting(spot.path, meant)] : [] })];
}

/** Without what people put around addresses: spaces, brackets, a port, stars for the rest, leading zeros. */
function addressMeant(written: string): string | undefined {
  const plain = written
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replaceAll(/\b0+(?=\d)/g, '');
  const stars = /^((?:\d{1,3}\.){1,3})\*(?:\.\*)*$/.exec(plain)?.[1];
  if (stars) {
    const parts = stars.split('.').filter(Boolean);
    const range = [...parts, '0', '0', '0'].slice(0, 4).join('.');
    return check(`${range}/${String(parts.length * 8)}`);
  }
  return check(plain) ?? check(plain.replace(/\/.*$/, ''));
}

const check = (text: string): string | undefined => (isAddressOrRange(text) ? text : undefined);
