// The desk: one key decides. Without this file every verdict is a plain button of a form.
(() => {
  const find = s => document.querySelector(s)
  const form = () => find("form.doubt, form.end")
  const letters = "partnerkg letters"
  let busy = false

  const say = text => { const there = find("#last [role=status]"); if (there) there.textContent = text }

  // What stands on a screen once it is shown: the page at its mention, the heading read, the news told.
  const arrive = () => {
    const here = find("#here"), sheet = find(".sheet"), box = find("#letters")
    if (here && sheet) sheet.scrollTop += here.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3
    if (box) box.checked = sessionStorage.getItem(letters) !== "off"
    const news = find("#last [role=status]"), text = news && news.textContent
    if (text) { news.textContent = ""; setTimeout(() => { news.textContent = text }, 100) }
    const heading = find("h1")
    if (heading) heading.focus({preventScroll: true})
  }

  // The same request that the browser would make; the answer takes the place of the screen.
  const go = async (address, body) => {
    if (busy) return
    busy = true
    try {
      const answer = await fetch(address, body ? {method: "POST", body} : {})
      const there = new DOMParser().parseFromString(await answer.text(), "text/html")
      const main = there.querySelector("main")
      if (!main) throw new Error(answer.status)
      find("main").replaceWith(main)
      document.title = there.title
      history[body ? "replaceState" : "pushState"](null, "", answer.url)
      scrollTo(0, 0)
      arrive()
    } catch {
      say(form() ? form().dataset.lost : "")
    }
    busy = false
  }

  addEventListener("submit", event => {
    const body = new URLSearchParams(new FormData(event.target, event.submitter))
    event.preventDefault()
    go(event.target.action, body)
  })
  addEventListener("popstate", () => location.reload())

  const press = value => { const button = form().querySelector(`button[value="${value}"]:not(:disabled)`); if (button) button.click() }
  const edit = () => { const field = form().querySelector(".claim [name=name]"); if (field) { field.focus(); field.select() } }

  addEventListener("click", event => { if (event.target.closest("#edit")) edit() })
  addEventListener("change", event => {
    const field = event.target.closest(".claim .f"), words = form() && form().dataset
    if (event.target.id === "letters") sessionStorage.setItem(letters, event.target.checked ? "on" : "off")
    if (field) { field.classList.add("new"); say(words.corrected) }
  })

  addEventListener("keydown", event => {
    const target = event.target, typing = target.matches("select, textarea, input:not([type=radio]):not([type=checkbox])")
    if (!form() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
    if (event.key === "Escape" && typing) {
      if (target.matches("select")) [...target.options].forEach(one => { one.selected = one.defaultSelected })
      else target.value = target.defaultValue
      target.closest(".f").classList.remove("new")
      return find("h1").focus()
    }
    if (event.key === "Enter" && !target.matches("a, button, summary")) {
      event.preventDefault()
      return find("#edit") ? press("keep") : say(form().dataset.enter)
    }
    if (typing || sessionStorage.getItem(letters) === "off") return
    const act = {
      e: edit, r: () => press("reject"), u: () => press("undo"), 4: () => press("unsure"),
      p: () => { const link = find(".near [rel=prev]"); if (link) go(link.href) },
      s: () => { const link = find(".near [rel=next]"); if (link) go(link.href) },
    }[event.key]
    if (act) { event.preventDefault(); act() }
  })

  document.body.classList.add("keys-work")
  arrive()
})()
