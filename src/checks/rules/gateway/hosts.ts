import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { isAddress } from '../../values/address.ts';
import { faultOfWildcardName, hostMeant, isDnsLabel } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { partialWildcard } from '../names/wildcard-hosts.ts';

/** The hosts of a Gateway's servers: whole names, with a namespace before a slash where one is written. */
export const serverHosts: SpecRule = ({ spec }) => texts(all(spec, 'servers[].hosts[]')).flatMap(hostFaults);

function hostFaults(spot: Spot<string>): readonly Finding[] {
  const slash = spot.value.indexOf('/');
  const host = spot.value.slice(slash + 1);
  if (slash >= 0 && !/^https?:\/\//.test(spot.value)) {
    const namespace = spot.value.slice(0, slash);
    if (namespace === '' || host === '') return [halfMissing(spot, namespace || host)];
    if (namespace !== '*' && namespace !== '.' && !isDnsLabel(namespace))
      return [badNamespace(spot, namespace, host)];
  }
  return nameFaults(spot, host, (name) => isAddress(name) || faultOfWildcardName(name) === null);
}

function halfMissing(spot: Spot<string>, rest: string): Finding {
  const what = `${quote(spot.value)} has nothing beside its slash; write namespace/host, or the host alone.`;
  return refuse('MW0708', spot, what, {
    mends: rest.includes('.') || rest === '*' ? [setting(spot.path, rest)] : [],
  });
}

function badNamespace(spot: Spot<string>, namespace: string, host: string): Finding {
  const what = `In ${quote(spot.value)} the part before the slash must be a namespace, "*" (all) or "." (this one), and ${quote(namespace)} is none.`;
  return refuse('MW0708', spot, what, { mends: [setting(spot.path, `*/${host}`), setting(spot.path, host)] });
}

/** The name after the slash, as Gateways and Sidecars take it: no short ones, and a star only for whole labels. */
export function nameFaults(
  spot: Spot<string>,
  host: string,
  isGood: (name: string) => boolean,
): readonly Finding[] {
  if (!isGood(host)) {
    const meant = hostMeant(host, (name) => isGood(name) && (name.includes('.') || name === '*'));
    const prefix = spot.value.slice(0, spot.value.length - host.length);
    const fault = faultOfWildcardName(host) ?? 'addresses cannot stand here';
    const mends =
      meant === undefined ? [] : [setting(spot.path, `${/^https?:\/$/.test(prefix) ? '' : prefix}${meant}`)];
    return [refuse('MW0320', spot, `${quote(host)} is no host name: ${fault}.`, { mends })];
  }
  if (host !== '*' && !host.includes('.')) return [tooShort(spot, host)];
  return partialWildcard(spot, host);
}

function tooShort(spot: Spot<string>, host: string): Finding {
  const what = `${quote(host)} is a short name, which means nothing here. Write the whole name, such as ${host}.example.com, or "*".`;
  return refuse('MW0709', spot, what);
}
