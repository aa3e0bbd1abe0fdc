import { noted, rejected, warned, type CodeInfo } from './code-info.ts';

/** MW04xx: what the rules of a VirtualService mean. */
export const virtualServiceCodes = {
  MW0401: rejected('A VirtualService without rules', 'It would decide about nothing.'),
  MW0402: rejected('A rule that leads nowhere', 'Requests that match would have no place to go.'),
  MW0403: rejected(
    'A TLS rule without names to match',
    'Encrypted connections are told apart by the name that clients ask for, and nothing else.',
  ),
  MW0404: rejected(
    'A delegate with gates of its own',
    'A VirtualService without hosts is reached through another one, and has only HTTP rules.',
  ),
  MW0405: rejected(
    'A delegate that delegates',
    'Istio follows one step from a VirtualService to its delegate.',
  ),
  MW0406: rejected(
    'A rule that delegates and decides',
    'The delegate says where requests go, so the rule cannot.',
  ),
  MW0407: rejected(
    'All hosts of the mesh',
    'Rules for every host would take over all traffic of every sidecar, so Istio allows them at gateways only.',
  ),
  MW0408: rejected('Hosts that overlap', 'Within one VirtualService each name must be covered once.'),
  MW0409: rejected(
    'A rule that answers and forwards',
    'What a proxy answers by itself it does not route, rewrite or break.',
  ),
  MW0410: rejected('A match with an empty prefix', 'Everything begins with it, so it says nothing.'),
  MW0411: rejected('A header to match that cannot be', 'No request can carry a header of this name.'),
  MW0412: rejected(
    'A header match without a value',
    'istiod cannot tell whether the header must be there or what it must say.',
  ),
  MW0413: rejected(
    'Claims matched in the mesh',
    'Sidecars choose routes before they know the claims of a token; gateways do it after.',
  ),
  MW0414: rejected(
    "A caller's namespace that cannot be",
    'No namespace has such a name, so no caller would match.',
  ),
  MW0415: rejected(
    'A header that cannot be changed',
    'Parts of the request line are no headers, and have fields of their own.',
  ),
  MW0416: rejected(
    'A header value that Envoy cannot read',
    'Percent signs begin variables in header values, and control characters cannot be sent.',
  ),
  MW0417: rejected(
    'The host changed twice',
    'Which of the two would win is not said, so istiod refuses both.',
  ),
  MW0418: rejected(
    'An answer that is too large',
    'Every proxy would hold it in memory; one mebibyte is the limit.',
  ),
  MW0419: warned('A large answer', 'Every proxy holds it in memory, and istiod sends it to each of them.'),
  MW0420: rejected('A fault that does nothing', 'It needs something to go wrong: an abort or a delay.'),
  MW0421: rejected('A share too small to count', 'Envoy counts shares of faults in millionths.'),
  MW0422: rejected('A fault that Istio cannot inject', 'The field was planned and never made.'),
  MW0423: noted('A fault that does not say what happens', 'Istio accepts it, and requests pass unharmed.'),
  MW0424: rejected('An unknown gRPC status', 'Callers could not be given it.'),
  MW0425: rejected(
    'Two ways to mirror',
    '"mirror" is the old way for one copy, "mirrors" the new one for several; a rule takes one.',
  ),
  MW0426: rejected('A redirect that changes nothing', 'Clients would be sent to where they are.'),
  MW0427: rejected('A redirect with two paths', 'The path is replaced as a whole or in its beginning.'),
  MW0428: rejected(
    'A prefix redirected that was not matched',
    'What is replaced is the prefix that the rule matched, so every path must be matched by prefix.',
  ),
  MW0429: rejected('Not a status of a redirect', 'Clients follow redirects by statuses from 300 to 399.'),
  MW0430: rejected('A redirect to an unknown scheme', 'Browsers and clients are sent on by http or https.'),
  MW0431: rejected('A rewrite that changes nothing', 'It needs a new path or a new host.'),
  MW0432: rejected('A path rewritten in two ways', 'Which of the two would win is not said.'),
  MW0433: rejected(
    'Half a rewrite by regular expression',
    'It needs what to find and what to put in its place.',
  ),
  MW0434: rejected(
    'Settings of retries that are off',
    'Without attempts nothing is retried, so the settings contradict themselves.',
  ),
  MW0435: rejected(
    'An unknown reason to retry',
    'Envoy retries on conditions it has names for, and on HTTP statuses.',
  ),
  MW0436: rejected('An empty origin', 'No web page has one.'),
  MW0437: rejected(
    'An unknown method',
    'Browsers ask whether they may use methods by their names in capitals.',
  ),
  MW0438: rejected('A header name for browsers that cannot be', 'No request of a web page can carry it.'),
  MW0439: rejected(
    'An age in fractions of seconds',
    'Browsers keep answers to their questions for whole seconds.',
  ),
  MW0440: rejected(
    'Destinations without any weight',
    'Several destinations share traffic by weight, and nobody would get any.',
  ),
  MW0441: warned(
    'An address for a name',
    'Clients name hosts when they set up TLS; hardly any sends an address.',
  ),
  MW0442: rejected('A name outside the hosts', 'TLS rules apply to the hosts of their VirtualService only.'),
  MW0443: rejected('Bytes that are not base64', 'istiod could not tell what the answer is.'),
  MW0450: warned(
    'A rule that is never used',
    'Rules are tried from the top, and one before it takes all its requests.',
    'IST0130',
  ),
  MW0451: warned(
    'A match that is never used',
    'Rules are tried from the top, and a match before it takes all its requests.',
    'IST0131',
  ),
} as const satisfies Record<`MW04${string}`, CodeInfo>;
