import { scope } from './scope.ts'

/**
 * Lets pages be asked for while the worker starts. Not in Firefox: there a page fails with what was asked for ahead,
 * offline and all, whatever the worker answers.
 */
export async function askForPagesAhead(): Promise<void> {
  const { navigationPreload } = scope.registration
  await (/\bFirefox\//.test(navigator.userAgent) ? navigationPreload?.disable() : navigationPreload?.enable())
}
