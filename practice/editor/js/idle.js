// Work that may wait until the browser has painted the key that caused it.

/** Do something when nothing else is to be done, but within so many milliseconds. */
export function whenIdle(act, within) {
  const { requestIdleCallback } = globalThis
  if (requestIdleCallback) requestIdleCallback(() => act(), { timeout: within })
  else setTimeout(act, within)
}
