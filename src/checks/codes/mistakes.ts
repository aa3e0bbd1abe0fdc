import { ours, type CodeInfo } from './code-info.ts';

/** MW11xx: what one resource says, and hardly anyone means. The cluster takes it; no other tool tells of it. */
export const mistakesCodes = {
  MW1101: ours(
    'warning',
    'A condition beside its field',
    'One indent too few: the field is left without its condition, so nothing is asked of it and more requests match than were meant.',
  ),
  MW1102: ours(
    'info',
    'Conditions of which one is enough',
    'Each item of "match" is a match of its own, and a request needs to fit only one of them. Conditions that must hold together stand in one item, without a dash between them.',
  ),
  MW1103: ours(
    'warning',
    'One rule written as two',
    'A dash begins a new rule. The first one asks and leads nowhere, the second takes every request.',
  ),
  MW1104: ours(
    'warning',
    'A field of the request written as a header',
    'Headers of these names are asked for, and no request has one. The path, the method, the scheme and the authority have fields of their own.',
  ),
  MW1105: ours(
    'warning',
    'Callers that are not asked about',
    'Where an HTTP match names gateways, Istio does not look at the labels and the namespace of the caller, so more requests match than it says.',
  ),
  MW1110: ours(
    'info',
    'Retries that the timeout cuts off',
    'The timeout of a rule is for all tries together. When a try takes as long as it may, it ends before the last retries begin.',
  ),
  MW1111: ours(
    'info',
    'A try that may take as long as all of them',
    'The timeout of a rule is for all tries together, so a limit for one try that is not shorter changes nothing.',
  ),
  MW1112: ours(
    'warning',
    'A share of copies, and no mirror',
    'It says how many requests are copied and not where to, so none are.',
  ),
  MW1113: ours(
    'hint',
    'Weights that do not add up to 100',
    'Weights are shares of their sum, so they are not the percentages that they look like.',
  ),
  MW1114: ours(
    'hint',
    'A destination that gets nothing',
    'Without a weight of its own among others it gets no request.',
  ),
  MW1115: ours(
    'warning',
    'A fault that happens to nobody',
    'Without a percentage it is for 0 % of the requests.',
  ),
  MW1116: ours(
    'info',
    'Questions of browsers that the rule does not get',
    'Before some requests browsers ask with OPTIONS whether they may. The rule takes no OPTIONS, so its answer is never given, and unless another rule answers browsers do not send the request.',
  ),
  MW1117: ours(
    'warning',
    'A redirect that no proxy takes',
    'For this status Istio makes a route that Envoy refuses, and with it the whole list of routes: proxies stay with the one they had.',
  ),
  MW1120: ours(
    'warning',
    'A rewritten path with slashes too many or too few',
    'The matched prefix is cut off and the new one put in its place, letter by letter.',
  ),
  MW1121: ours(
    'hint',
    'A prefix that takes its neighbours along',
    'Prefixes are compared letter by letter and not by parts of the path: "/data" takes "/database" too, and it is rewritten with the rest.',
  ),
  MW1122: ours(
    'warning',
    'A rewritten path without its first slash',
    'Paths begin with a slash. Servers refuse one that does not.',
  ),
  MW1130: ours(
    'warning',
    'Mutual TLS of Istio with certificates of its own',
    'ISTIO_MUTUAL uses the certificates that Istio gives to workloads. Those named here are not used.',
  ),
  MW1131: ours(
    'info',
    'Two subsets of the same endpoints',
    'Their labels and policies are the same, so it makes no difference which of them requests are sent to.',
  ),
  MW1132: ours(
    'info',
    'Settings that a port does without',
    'The settings for a port stand in place of the whole policy. What they leave out counts as not set for this port.',
  ),
  MW1140: ours(
    'info',
    'Names that the app looks up itself',
    'Without DNS resolution sidecars pass connections on to whatever address the app has found. If its lookup fails, or another host is routed here, connections go wrong.',
  ),
  MW1141: ours(
    'warning',
    'A host without endpoints',
    'STATIC endpoints are those in the list or those that the selector picks. There are neither, so every request fails with 503.',
  ),
  MW1142: ours(
    'info',
    'Workloads of the mesh that count as outside',
    'For a host outside the mesh sidecars use no mutual TLS, so the selected workloads are called in plain text, or refuse the call where they demand it.',
  ),
} as const satisfies Record<`MW11${string}`, CodeInfo>;
