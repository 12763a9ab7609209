//! Components in a browser: the desk mounted in a page of its own, used through the page as a person would.

use leptos::mount::UnmountHandle;
use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use nigao_core::draft::{Draft, KeyValue, PREFIX};
use nigao_core::report::SectionId;
use nigao_core::template::by_id;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Comment, CompositionEvent, Element, Event, HtmlElement, HtmlTextAreaElement, InputEvent,
    InputEventInit,
};

use crate::components::{desk, start_page, toast};
use crate::state::app::{AppState, OpenDraft};
use crate::state::autosave::SaveState;
use crate::state::workspace::Workspace;
use crate::web::dom::{self, View};
use crate::web::storage::BrowserStorage;

wasm_bindgen_test_configure!(run_in_browser);

/// A mounted piece of the app; taken out of the page again when dropped.
struct Mounted {
    app: AppState,
    root: HtmlElement,
    _handle: UnmountHandle<Comment>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl Mounted {
    fn find(&self, selector: &str) -> Element {
        self.root
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("nothing in the page matches {selector}"))
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|i| found.item(i)?.dyn_into().ok())
            .collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|e| e.text_content().unwrap_or_default())
            .collect()
    }

    fn area(&self, section: &str) -> HtmlTextAreaElement {
        self.find(&format!("[data-testid=section-{section}] textarea"))
            .dyn_into()
            .unwrap()
    }

    fn desk(&self) -> Workspace {
        self.app.desk.get_untracked().unwrap()
    }
}

fn clear_storage() {
    let storage = BrowserStorage::probe();
    for key in storage.keys().unwrap() {
        if key.starts_with(PREFIX) {
            storage.remove(&key).unwrap();
        }
    }
}

fn mount(view: impl FnOnce(AppState) -> View + 'static) -> Mounted {
    let document = web_sys::window().unwrap().document().unwrap();
    let root: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let slot = std::rc::Rc::new(std::cell::RefCell::new(None));
    let made = slot.clone();
    let handle = dom::mount(&root, move || {
        let app = AppState::new();
        *made.borrow_mut() = Some(app);
        view(app)
    });
    let app = slot.borrow_mut().take().unwrap();
    Mounted {
        app,
        root,
        _handle: handle,
    }
}

fn mount_desk(template: &str) -> Mounted {
    clear_storage();
    let draft = Draft {
        report: by_id(template).unwrap().start(),
        ..Draft::default()
    };
    let open = OpenDraft {
        id: format!("test-{}", crate::web::page::random()),
        draft,
        revision: 0,
    };
    mount(|app| View::many([desk(app, open), toast(app)]))
}

fn type_into(area: &HtmlTextAreaElement, text: &str) {
    area.set_value(text);
    area.dispatch_event(&Event::new("input").unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_chooser_has_a_card_for_each_kind() {
    clear_storage();
    let page = mount(|app| start_page(app, RwSignal::new(false)).into());
    tick().await;
    assert_eq!(
        page.all(".kind").len(),
        nigao_core::template::builtin().len()
    );
    assert!(
        page.find("[data-testid=template-study-summary]")
            .text_content()
            .unwrap()
            .contains("学习教育总结")
    );
}

#[wasm_bindgen_test]
async fn a_placeholder_is_marked_and_listed_as_soon_as_it_is_typed() {
    let page = mount_desk("study-summary");
    tick().await;
    type_into(&page.area("lead"), "先后召开X次专题会议。");
    tick().await;
    assert_eq!(page.texts("[data-testid=section-lead] .layer .e"), ["X"]);
    assert_eq!(page.texts("[data-rule=letter-x]").len(), 1);
    assert_eq!(
        page.find("[data-testid=placeholder-count]")
            .text_content()
            .unwrap(),
        "1"
    );
    type_into(&page.area("lead"), "先后召开九次专题会议。");
    tick().await;
    assert!(page.all(".layer .e").is_empty());
    assert!(page.all("[data-rule=letter-x]").is_empty());
}

#[wasm_bindgen_test]
async fn text_is_taken_only_when_a_composition_has_ended() {
    let page = mount_desk("study-summary");
    tick().await;
    let area = page.area("lead");
    let text = page.desk().section(&SectionId("lead".into())).unwrap().text;
    area.set_value("kaizhan");
    let init = InputEventInit::new();
    init.set_is_composing(true);
    init.set_bubbles(true);
    area.dispatch_event(&InputEvent::new_with_event_init_dict("input", &init).unwrap())
        .unwrap();
    tick().await;
    assert_eq!(text.get_untracked(), "");
    assert_eq!(
        area.value(),
        "kaizhan",
        "nothing may be written back into an unfinished composition"
    );
    area.set_value("开展");
    area.dispatch_event(&CompositionEvent::new("compositionend").unwrap())
        .unwrap();
    tick().await;
    assert_eq!(text.get_untracked(), "开展");
}

#[wasm_bindgen_test]
async fn numbers_follow_when_sections_move_and_nest() {
    let page = mount_desk("study-summary");
    tick().await;
    let marks = || {
        page.texts("[data-testid=outline-item] .n")
            .into_iter()
            .filter(|m| !m.is_empty())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        marks(),
        [
            "一、",
            "（一）",
            "（二）",
            "（三）",
            "（四）",
            "二、",
            "三、"
        ]
    );
    let plans = SectionId("plans".into());
    page.desk().nest(&plans, true);
    tick().await;
    assert_eq!(
        marks(),
        [
            "一、",
            "（一）",
            "（二）",
            "（三）",
            "（四）",
            "二、",
            "（一）"
        ]
    );
    page.desk().undo();
    page.desk().shift(&plans, true);
    tick().await;
    let names = page.texts("[data-testid=outline-item] .node-name");
    let at = |name: &str| names.iter().position(|n| n.contains(name)).unwrap();
    assert!(at("下步工作打算") < at("存在问题和不足"));
}

#[wasm_bindgen_test]
async fn a_removed_section_comes_back_with_its_text() {
    let page = mount_desk("study-summary");
    tick().await;
    type_into(&page.area("problems"), "学习还不够深入。");
    page.find("[data-testid=section-problems] [data-testid=section-remove]")
        .dyn_into::<HtmlElement>()
        .unwrap()
        .click();
    tick().await;
    assert!(page.all("[data-testid=section-problems]").is_empty());
    assert_eq!(page.all("[data-rule=missing-section]").len(), 1);
    page.find("[data-testid=undo]")
        .dyn_into::<HtmlElement>()
        .unwrap()
        .click();
    tick().await;
    assert_eq!(page.area("problems").value(), "学习还不够深入。");
    assert!(page.all("[data-rule=missing-section]").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_saved_is_what_was_typed() {
    let page = mount_desk("blank");
    tick().await;
    type_into(&page.area("title"), "读书月总结");
    tick().await;
    assert_eq!(
        page.desk().autosave.state.get_untracked(),
        SaveState::Saving
    );
    page.desk().autosave.flush(page.desk());
    assert_eq!(page.desk().autosave.state.get_untracked(), SaveState::Saved);
    page.app.list();
    let titles = page.app.drafts.with_untracked(|drafts| {
        drafts
            .iter()
            .map(|entry| match entry {
                nigao_core::draft::Entry::Readable { manifest, .. } => manifest.title.clone(),
                nigao_core::draft::Entry::Unreadable { raw, .. } => raw.clone(),
            })
            .collect::<Vec<_>>()
    });
    assert_eq!(titles, ["读书月总结"]);
}
