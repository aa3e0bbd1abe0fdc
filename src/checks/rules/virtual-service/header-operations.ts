import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, items, text, texts, type Spot } from '../../spot.ts';
import { faultOfHeaderValue, faultOfPlainHeader, faultOfRequestHeader } from '../../values/header.ts';
import type { Fault } from '../../values/host-name.ts';
import { quote } from '../../words.ts';

/** Headers that are set, added and removed, for a rule or for one destination. */
export const headerOperations: SpecRule = ({ spec }) =>
  ['http[].headers', 'http[].route[].headers'].flatMap((place) =>
    all(spec, place).flatMap((headers) => [
      ...written(at(headers, 'request', 'set'), faultOfRequestHeader),
      ...written(at(headers, 'request', 'add'), faultOfRequestHeader),
      ...removed(at(headers, 'request', 'remove')),
      ...written(at(headers, 'response', 'set'), faultOfPlainHeader),
      ...written(at(headers, 'response', 'add'), faultOfPlainHeader),
      ...removed(at(headers, 'response', 'remove')),
    ]),
  );

function written(map: Spot, faultOf: (name: string) => Fault): readonly Finding[] {
  return entries(map).flatMap((header) => {
    const fault = faultOf(header.key);
    if (fault) return [badName(header, header.key, fault, 'key')];
    const value = text(header);
    const bad = value === undefined ? null : faultOfHeaderValue(value);
    return value === undefined || !bad ? [] : [badValue(header, value, bad)];
  });
}

function removed(list: Spot): readonly Finding[] {
  return texts(items(list)).flatMap((header) => {
    const fault = faultOfPlainHeader(header.value);
    return fault ? [badName(header, header.value, fault, 'value')] : [];
  });
}

function badName(spot: Spot, name: string, fault: string, at: Finding['at']): Finding {
  const what = `The header ${quote(name)} cannot be changed: ${fault}.`;
  return refuse('MW0415', spot, what, { at, mends: [removing(spot.path, 'Remove the header')] });
}

function badValue(spot: Spot, value: string, fault: string): Finding {
  const meant = value.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]+/g, ' ').trim();
  const escaped = faultOfHeaderValue(meant) === null ? meant : meant.replaceAll('%', '%%');
  const mends = faultOfHeaderValue(escaped) === null ? [setting(spot.path, escaped)] : [];
  return refuse('MW0416', spot, `${quote(value)} cannot be the value of a header: ${fault}.`, { mends });
}
