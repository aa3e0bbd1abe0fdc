import { parseDocument } from '../yaml/index.ts';
import type { ParserRequest, ParserReply } from './parser-messages.ts';

/** Enough documents a message that messages cost little, few enough that progress moves and cancelling is prompt. */
const BATCH_CHARACTERS = 128 * 1024;

self.addEventListener('message', ({ data }: MessageEvent<ParserRequest>) => {
  let batch: ParserReply['documents'][number][] = [];
  let characters = 0;
  const send = () => {
    const reply: ParserReply = { documents: batch };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- from a worker, not to a window
    self.postMessage(reply);
    batch = [];
    characters = 0;
  };
  for (const text of data.texts) {
    const { value, problems } = parseDocument(text);
    // The text is not sent back: the other side has it.
    batch.push({ value, problems });
    characters += text.length;
    if (characters >= BATCH_CHARACTERS) send();
  }
  if (batch.length > 0 || data.texts.length === 0) send();
});
