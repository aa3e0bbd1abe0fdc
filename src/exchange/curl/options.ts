/** An option of curl with its value; words that are none are addresses. */
export interface CurlOption {
  /** Its long name, such as `header`. */
  readonly name: string;
  readonly value: string;
}

/** Short options and their long names. https://curl.se/docs/manpage.html */
const SHORT: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  C: 'continue-at',
  c: 'cookie-jar',
  D: 'dump-header',
  d: 'data',
  E: 'cert',
  e: 'referer',
  F: 'form',
  G: 'get',
  H: 'header',
  I: 'head',
  K: 'config',
  k: 'insecure',
  m: 'max-time',
  o: 'output',
  r: 'range',
  T: 'upload-file',
  u: 'user',
  U: 'proxy-user',
  w: 'write-out',
  X: 'request',
  x: 'proxy',
  Y: 'speed-limit',
  y: 'speed-time',
  z: 'time-cond',
};

/** Options that take a value. Others stand alone, known or not. */
const VALUED: ReadonlySet<string> = new Set([
  ...'user-agent cookie continue-at cookie-jar dump-header data cert referer form header config max-time output range'.split(
    ' ',
  ),
  ...'upload-file user proxy-user write-out request proxy speed-limit speed-time time-cond url json resolve'.split(
    ' ',
  ),
  ...'connect-to data-raw data-binary data-ascii data-urlencode form-string cacert capath cert-type ciphers'.split(
    ' ',
  ),
  ...'connect-timeout interface key key-type limit-rate local-port max-filesize max-redirs noproxy pass'.split(
    ' ',
  ),
  ...'pinnedpubkey proto request-target retry retry-delay retry-max-time socks5 socks5-hostname tls-max'.split(
    ' ',
  ),
  ...'trace trace-ascii unix-socket dns-servers oauth2-bearer url-query expect100-timeout keepalive-time'.split(
    ' ',
  ),
]);

/** Reads the words behind `curl`. */
export function curlOptions(words: readonly string[]): readonly CurlOption[] {
  const found: CurlOption[] = [];
  let at = 0;
  const next = (): string => words[++at] ?? '';
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const value = equals < 0 ? (VALUED.has(name) ? next() : '') : word.slice(equals + 1);
      found.push({ name, value });
    } else if (word.startsWith('-') && word.length > 1) {
      for (let letter = 1; letter < word.length; letter++) {
        const name = SHORT[word[letter] ?? ''] ?? word[letter] ?? '';
        if (!VALUED.has(name)) found.push({ name, value: '' });
        else {
          found.push({ name, value: word.slice(letter + 1) || next() });
          break;
        }
      }
    } else found.push({ name: 'url', value: word });
  }
  return found;
}
