import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW03xx: what is written alike in several kinds: names, hosts, addresses, labels, regular expressions. */
export const namesCodes = {
  MW0301: rejected("An annotation of istiod's own", 'istiod refuses any resource that carries it.'),
  MW0302: rejected(
    'A dry run of something that cannot be tried',
    'Only AuthorizationPolicies that allow or deny can be tried without effect; elsewhere the resource is refused.',
  ),
  MW0303: warned(
    'Deprecated, with a warning at each change',
    'It still counts, and istiod will stop reading it one day.',
  ),
  MW0310: rejected(
    'Shown to what is no namespace',
    '"exportTo" takes names of namespaces, "." for this one and "*" for all.',
  ),
  MW0311: rejected(
    'Shown to a namespace twice',
    'istiod refuses a list of namespaces with repetitions; "." is the resource\'s own.',
  ),
  MW0312: rejected('Shown to all and to some', 'Beside "*" or "~" no other namespace has a meaning.'),
  MW0313: rejected(
    'Shown where it cannot count',
    'A rule for selected pods counts in their own namespace only.',
  ),
  MW0314: warned(
    'A selector without labels',
    'It selects every workload of the namespace, which is seldom what was meant.',
  ),
  MW0316: rejected('A label key that cannot be', 'No pod can carry such a label.'),
  MW0317: rejected('A label value that cannot be', 'No pod can carry such a label.'),
  MW0318: rejected('A Gateway name that cannot be', 'The rules could not apply at any Gateway of that name.'),
  MW0319: {
    ...warned('An old way to name a Gateway', 'It still works; the namespace now stands before a slash.'),
    aliases: ['IST0133', 'KIA1108'],
  },
  MW0320: rejected(
    'Not a host name',
    'Hosts are DNS names, without scheme, port or path; no request could ask for this one.',
  ),
  MW0321: rejected('A star where one host is meant', 'Istio needs a name here to know where traffic goes.'),
  MW0322: rejected(
    'A star for part of a label',
    'Envoy compares whole labels, so a star stands alone before the first dot.',
  ),
  MW0323: warned('A star for part of a label of a service', 'Istio takes it, and no request matches it.'),
  MW0324: rejected('A port name that cannot be', 'Ports are known by names of letters, digits and hyphens.'),
  MW0325: rejected(
    'An unknown protocol',
    'The proxy must know what is spoken at a port to read, route or pass it on.',
  ),
  MW0326: rejected(
    'A target port where a proxy listens',
    'The proxy opens the port itself and looks elsewhere for where traffic goes on.',
  ),
  MW0327: rejected('Not an IP address or range', 'No connection can come from or go to it.'),
  MW0328: rejected(
    'A subset name that cannot be',
    'Destinations name subsets by letters, digits and hyphens.',
  ),
  MW0329: rejected('A regular expression that is empty or too long', 'Envoy takes from 1 to 1024 bytes.'),
  MW0330: rejected(
    'Not a regular expression of RE2',
    'Envoy uses RE2, which has no look-around and no back-references.',
  ),
  MW0331: rejected(
    'A destination port without a number',
    'The proxy would not know which port of the service is meant.',
  ),
} as const satisfies Record<`MW03${string}`, CodeInfo>;
