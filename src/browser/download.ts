/** Hands a file to the person's downloads, its bytes as given; text goes out as UTF-8. `name` is the last part of a path. */
export function download(name: string, content: string | Uint8Array): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  // Not `text/yaml`: some systems would append or change the extension by it.
  const url = URL.createObjectURL(new Blob([part], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.split('/').pop() || 'file.yaml';
  document.body.append(link);
  link.click();
  link.remove();
  // Safari starts the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 30_000);
}
