interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture in pixels, `scale` times as large. Rejects with a sentence where the browser cannot draw it. */
export async function pngOf({ svg, width, height }: SvgPicture, scale: number): Promise<Blob> {
  const image = new Image();
  // As `data:`, which the page's policy allows for images, and `blob:` not.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode().catch((error: unknown) => {
    throw new Error('This browser cannot draw the picture. Take it as SVG instead.', { cause: error });
  });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('The picture is too large for this browser. Take it smaller, or as SVG.');
  return png;
}

/** Puts a picture on the clipboard. Rejects with a sentence where the browser does not allow it. */
export async function copyImage(png: Promise<Blob>): Promise<void> {
  const blob = await png;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  } catch (error) {
    throw new Error('The browser did not allow copying a picture. Download it instead.', { cause: error });
  }
}

/** A file beside the page as a `data:` address. Rejects where it cannot be fetched. */
export async function fileAsData(url: string, type: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} could not be fetched (${answer.status}).`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return `data:${type};base64,${btoa(letters)}`;
}
