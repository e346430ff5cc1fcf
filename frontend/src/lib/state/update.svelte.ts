/** A new build waits until the person wants it; an open page is never changed under their hands. */
class UpdateState {
  ready = $state(false)
}

export const update = new UpdateState()
