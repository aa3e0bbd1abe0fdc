/** The bytes of a file beside the page, `most` at the utmost. Rejects with a sentence for people; nothing is asked of another origin. */
export async function fetchBeside(address: string, most: number): Promise<Uint8Array> {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new Error(`${address} does not lie beside this page.`);
  const response = await fetch(url, { credentials: 'same-origin', cache: 'no-cache' }).catch(
    (error: unknown) => {
      throw new Error(`${address} could not be fetched. Check the connection and try again.`, {
        cause: error,
      });
    },
  );
  // Hosts that answer every address with their page mean that there is no such file.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage)
    throw new Error(
      `There is no ${address} beside this page${response.ok ? '' : ` (the server says ${response.status})`}. Ask whoever sent you here for the file, and drop it on the page.`,
    );
  return readWithin(response, most, address);
}

async function readWithin({ body }: Response, most: number, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    length += value.length;
    if (length > most) {
      await reader?.cancel();
      throw new Error(
        `${address} is larger than ${Math.round(most / 1e6)} MB, more than a pack of lessons may be.`,
      );
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
