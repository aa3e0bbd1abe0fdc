/** A file as its text. */
declare module '*.diff?raw' {
  const text: string;
  export default text;
}
