// What commands and other panes ask of the drawer's “Send a request”. Fetched when it is first asked for.
export { copyAsCurl, pasteCurl } from './curl.ts';
export { watchExpectations } from './expectations.ts';
export { askWhyNot, sendHere } from './here.ts';
export { openSend } from './open.ts';
export { dismissWay, fill, send, sendShown, sendThousand } from './send.ts';
export { showView } from './sendState.ts';
