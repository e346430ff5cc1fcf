import { isSupported } from '../push/support.ts'

export type PushPermission = 'unsupported' | NotificationPermission

/** Whether this browser may show a reminder, as of the last look. */
class PushState {
  #permission = $state<PushPermission>(read())

  get permission(): PushPermission {
    return this.#permission
  }

  /** After asking, and when the app is shown again: permission is changed in the browser's settings. */
  refresh(): void {
    this.#permission = read()
  }
}

function read(): PushPermission {
  return isSupported() ? Notification.permission : 'unsupported'
}

export const pushState = new PushState()
