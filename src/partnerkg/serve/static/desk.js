// The desk: one key decides. Without this file every verdict is a plain button of a form.
(() => {
  const find = s => document.querySelector(s), form = () => find("#form"), status = () => find("#last [role=status]")
  const OFF = "partnerkg letters off"
  let busy = false, awaited = 0, told = 0

  const say = text => { clearTimeout(told); if (status()) status().textContent = text }
  const sentence = (name, values = {}) => form().dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key])

  // What stands on a screen once it is there: the page at its mention, the heading read, the news told.
  const arrive = field => {
    const here = find("#here"), sheet = find(".sheet"), box = find("#letters"), news = status() && status().textContent
    if (here && sheet) sheet.scrollTop += here.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3
    if (box) box.checked = !sessionStorage.getItem(OFF)
    if (news) { say(""); told = setTimeout(() => say(news), 100) } else clearTimeout(told) // what stands there already is not spoken
    const back = field && form().elements[field]
    if (back && back.focus) return back.focus()
    if (find("h1")) find("h1").focus({preventScroll: true})
  }

  // The same request that the browser would make; the answer takes the place of the screen.
  const go = async (address, body, field) => {
    if (busy) return
    busy = true
    try {
      const answer = await fetch(address, body && {method: "POST", body})
      const there = new DOMParser().parseFromString(await answer.text(), "text/html"), main = there.querySelector("main")
      if (!main) throw new Error(answer.status)
      find("main").replaceWith(main)
      document.title = there.title
      if (answer.redirected || !body) history[body ? "replaceState" : "pushState"](null, "", answer.url)
      if (!field) scrollTo(0, 0)
      arrive(field)
    } catch { say(sentence("lost")) }
    busy = false
  }
  const send = (value, field) => {
    const body = new URLSearchParams(new FormData(form()))
    body.set("do", value)
    return go(form().action, body, field)
  }

  const press = value => { const button = form().querySelector(`button[value="${value}"]:not(:disabled)`); if (button) button.click() }
  const edit = () => { const field = form().elements.name; if (field) { field.focus(); field.select() } }
  const follow = link => { if (link) go(link.href) }
  const isGroup = () => form().matches(".group")

  // Choosing somebody who is known changes the kind in the sentence, and says so.
  const kind = () => {
    const select = form().elements.class
    find("#article").textContent = select.selectedOptions[0].dataset.article
    select.closest(".f").classList.toggle("new", !select.selectedOptions[0].defaultSelected)
    say(sentence("kind", {kind: select.selectedOptions[0].textContent}))
  }
  const chosen = radio => {
    const select = form().elements.class, wanted = radio.dataset.class
    if (select && wanted && select.value !== wanted) { select.value = wanted; kind() }
  }

  addEventListener("submit", event => {
    event.preventDefault()
    if (event.submitter) send(event.submitter.value)
  })
  addEventListener("popstate", () => location.reload())
  addEventListener("click", event => { if (event.target.closest("#edit")) edit() })
  addEventListener("change", event => {
    const target = event.target, field = target.closest(".claim .f")
    if (target.id === "letters") target.checked ? sessionStorage.removeItem(OFF) : sessionStorage.setItem(OFF, "1")
    if (target.name === "who") return chosen(target)
    if (target.name === "line") {
      const count = form().querySelectorAll(".lot :checked").length
      find("#n").textContent = count
      find("#n").closest("button").disabled = !count
    }
    if (!field) return
    field.classList.add("new")
    if (target.name === "class") kind()
    say(sentence("corrected"))
  })
  // What is known is offered while somebody types; who it may be is looked up once a name or a town is another.
  addEventListener("input", event => {
    const field = event.target, list = field.list
    if (!list || "whole" in list.dataset) return
    clearTimeout(awaited)
    awaited = setTimeout(async () => {
      const query = new URLSearchParams({field: field.name, q: field.value})
      const found = await (await fetch(`${form().dataset.offers}?${query}`)).json()
      list.replaceChildren(...found.map(([value, label]) => Object.assign(document.createElement("option"), {value, label})))
    }, 120)
  })
  addEventListener("focusout", event => {
    const field = event.target, next = event.relatedTarget
    if (!["name", "town"].includes(field.name) || field.value === field.defaultValue || !form().contains(next)) return
    if (!next.matches("button, a")) send("look", next.name)
  })

  addEventListener("keydown", event => {
    const {target, key} = event
    const typing = target.matches("select, textarea, input:not([type=radio]):not([type=checkbox])")
    if (!form() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (key === "Escape" && typing) {
      if (target.matches("select")) [...target.options].forEach(one => { one.selected = one.defaultSelected })
      else target.value = target.defaultValue
      target.closest(".f").classList.remove("new")
      return find("h1").focus()
    }
    if (key === "Enter" && !target.matches("a, button, summary")) {
      event.preventDefault()
      if (event.repeat) return
      return find("#edit") ? press("keep") : say(sentence(isGroup() ? "group" : "publish"))
    }
    if (typing || event.repeat || sessionStorage.getItem(OFF)) return
    const radio = /^[1-4]$/.test(key) && form().querySelector(`[name=who][data-key="${key}"]`)
    if (radio) { radio.checked = true; radio.focus(); return chosen(radio) }
    const act = {
      e: () => isGroup() ? press("single") : edit(),
      g: () => isGroup() ? press("group") : follow(find("#group")),
      r: () => press("reject"),
      u: () => press("undo"),
      p: () => follow(find(".near [rel=prev]")),
      s: () => follow(find(".near [rel=next]")),
    }[key]
    if (act) { event.preventDefault(); act() }
  })

  document.body.classList.add("keys-work")
  if (form()) arrive()
})()
