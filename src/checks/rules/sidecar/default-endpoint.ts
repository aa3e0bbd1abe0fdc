import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, isFilled, texts, type Spot } from '../../spot.ts';
import { faultOfUnixAddress, isUnixAddress } from '../../values/address.ts';
import { quote } from '../../words.ts';
import { badSocket } from '../gateway/bind.ts';

/** Where the application listens: on this machine, at a port or a socket. */
export const defaultEndpoint: SpecRule = ({ spec }) =>
  texts(all(spec, 'ingress[].defaultEndpoint'))
    .filter(isFilled)
    .flatMap((spot) => {
      if (!isUnixAddress(spot.value)) return isOwn(spot.value) ? [] : [elsewhere(spot)];
      const fault = faultOfUnixAddress(spot.value);
      return fault ? [badSocket(spot, fault)] : [];
    });

const form =
  /^(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\]|\[::\]|\[127\.0\.0\.1\]|\[0\.0\.0\.0\]|\[\])?:\+?(\d{1,20})$/;

function isOwn(endpoint: string): boolean {
  const port = Number(form.exec(endpoint)?.[1] ?? 0);
  return port >= 1 && port <= 65535;
}

function elsewhere(spot: Spot<string>): Finding {
  const port = /(?:^|:)(\d{1,5})$/.exec(spot.value)?.[1];
  const six = /^(?:\[?::1?\]?):\d+$/.exec(spot.value);
  const host = six
    ? spot.value.startsWith('::1') || spot.value.includes('::1')
      ? '[::1]'
      : '[::]'
    : '127.0.0.1';
  const meant = port === undefined ? '' : `${host}:${port}`;
  const what = `${quote(spot.value)} is no place on this machine. Write 127.0.0.1, 0.0.0.0, [::1] or [::], a colon and the port, or unix:// and a path.`;
  return refuse('MW0802', spot, what, { mends: isOwn(meant) ? [setting(spot.path, meant)] : [] });
}
