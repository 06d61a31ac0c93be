#include "csdl2.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Layouts of SDL 2's structures, as far as they are read.
typedef struct { uint32_t format; void *palette; uint8_t bits, bytes, pad[2]; uint32_t rmask, gmask, bmask, amask; } Format;
typedef struct { uint32_t flags; Format *format; int w, h, pitch; void *pixels; } Surface;
typedef struct { int x, y, w, h; } SDLRect;
typedef struct { int freq; uint16_t format; uint8_t channels, silence; uint16_t samples, pad; uint32_t size; void *callback, *userdata; } AudioSpec;
typedef union {
  uint32_t type;
  struct { uint32_t type, time, window; uint8_t event, pad[3]; int32_t data1, data2; } window;
  struct { uint32_t type, time, window; uint8_t state, repeat, pad[2]; int32_t scancode, sym; uint16_t mod; } key;
  struct { uint32_t type, time, window; char text[32]; } text;
  struct { uint32_t type, time, window, which, state; int32_t x, y; } motion;
  struct { uint32_t type, time, window, which; uint8_t button, state, clicks, pad; int32_t x, y; } button;
  struct { uint32_t type, time, window, which; int32_t x, y; uint32_t direction; } wheel;
  struct { uint32_t type, time; char *file; uint32_t window; } drop;
  uint8_t room[128];
} Event;

static struct {
  int (*Init)(uint32_t);
  void (*Quit)(void);
  const char *(*GetError)(void);
  int (*SetHint)(const char *, const char *);
  void *(*CreateWindow)(const char *, int, int, int, int, uint32_t);
  void (*DestroyWindow)(void *);
  void (*SetWindowTitle)(void *, const char *);
  void (*SetWindowSize)(void *, int, int);
  void (*SetWindowMinimumSize)(void *, int, int);
  int (*GetDisplayUsableBounds)(int, SDLRect *);
  Surface *(*GetWindowSurface)(void *);
  int (*UpdateWindowSurfaceRects)(void *, const SDLRect *, int);
  int (*WaitEventTimeout)(Event *, int);
  int (*PollEvent)(Event *);
  int (*GetModState)(void);
  void (*StartTextInput)(void);
  char *(*GetClipboardText)(void);
  int (*SetClipboardText)(const char *);
  void (*free)(void *);
  uint8_t (*EventState)(uint32_t, int);
  const char *(*GetCurrentVideoDriver)(void);
  int (*InitSubSystem)(uint32_t);
  uint32_t (*OpenAudioDevice)(const char *, int, const AudioSpec *, AudioSpec *, int);
  void (*PauseAudioDevice)(uint32_t, int);
  int (*QueueAudio)(uint32_t, const void *, uint32_t);
  uint32_t (*GetQueuedAudioSize)(uint32_t);
  void (*ClearQueuedAudio)(uint32_t);
} sdl;
static void *library, *window;
static uint32_t speaker;

// An error of the X server is told after the fact, and Xlib's own handler ends the process: a file that is dropped by a program which
// ends at once would end the board's run. What an error was about simply has not happened.
static int ignore_x_error(void *display, void *event) {
  (void)display; (void)event;
  return 0;
}
// Before SDL begins, so that its end, which puts back what it found and then closes its connections, finds this one; and after, in place of SDL's own.
static void survive_x_errors(void) {
  void *x = dlopen("libX11.so.6", RTLD_LAZY);
  if (!x) return;
  void *(*set_handler)(int (*)(void *, void *)) = 0;
  void *found = dlsym(x, "XSetErrorHandler");
  if (found) { memcpy(&set_handler, &found, sizeof found); set_handler(ignore_x_error); }
}

int csdl_start(char *reason, int size) {
  reason[0] = 0;
  if (!library) {
    library = dlopen("libSDL2-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) { snprintf(reason, (size_t)size, "%s", dlerror()); return -1; }
    static const struct { void *place; const char *name; } wanted[] = {
      {&sdl.Init, "SDL_Init"}, {&sdl.Quit, "SDL_Quit"}, {&sdl.GetError, "SDL_GetError"}, {&sdl.SetHint, "SDL_SetHint"},
      {&sdl.CreateWindow, "SDL_CreateWindow"}, {&sdl.DestroyWindow, "SDL_DestroyWindow"}, {&sdl.SetWindowTitle, "SDL_SetWindowTitle"},
      {&sdl.SetWindowSize, "SDL_SetWindowSize"}, {&sdl.SetWindowMinimumSize, "SDL_SetWindowMinimumSize"},
      {&sdl.GetDisplayUsableBounds, "SDL_GetDisplayUsableBounds"}, {&sdl.GetWindowSurface, "SDL_GetWindowSurface"},
      {&sdl.UpdateWindowSurfaceRects, "SDL_UpdateWindowSurfaceRects"}, {&sdl.WaitEventTimeout, "SDL_WaitEventTimeout"},
      {&sdl.PollEvent, "SDL_PollEvent"}, {&sdl.GetModState, "SDL_GetModState"}, {&sdl.StartTextInput, "SDL_StartTextInput"},
      {&sdl.GetClipboardText, "SDL_GetClipboardText"}, {&sdl.SetClipboardText, "SDL_SetClipboardText"}, {&sdl.free, "SDL_free"},
      {&sdl.EventState, "SDL_EventState"}, {&sdl.GetCurrentVideoDriver, "SDL_GetCurrentVideoDriver"},
      {&sdl.InitSubSystem, "SDL_InitSubSystem"}, {&sdl.OpenAudioDevice, "SDL_OpenAudioDevice"},
      {&sdl.PauseAudioDevice, "SDL_PauseAudioDevice"}, {&sdl.QueueAudio, "SDL_QueueAudio"},
      {&sdl.GetQueuedAudioSize, "SDL_GetQueuedAudioSize"}, {&sdl.ClearQueuedAudio, "SDL_ClearQueuedAudio"},
    };
    for (unsigned i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
      void *found = dlsym(library, wanted[i].name);
      if (!found) { snprintf(reason, (size_t)size, "libSDL2-2.0.so.0 has no %s", wanted[i].name); return -1; }
      memcpy(wanted[i].place, &found, sizeof found);
    }
  }
  // Signals are the command's; pixels go to the screen by the plainest way, rectangle by rectangle.
  sdl.SetHint("SDL_NO_SIGNAL_HANDLERS", "1");
  sdl.SetHint("SDL_FRAMEBUFFER_ACCELERATION", "0");
  sdl.SetHint("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0");
  survive_x_errors();
  if (sdl.Init(0x20) != 0) { snprintf(reason, (size_t)size, "%s", sdl.GetError()); return -1; }
  survive_x_errors();
  // Without a display SDL takes drivers that show nothing, which helps nobody who has not asked for one.
  const char *driver = sdl.GetCurrentVideoDriver();
  if (!getenv("SDL_VIDEODRIVER") && driver && (!strcmp(driver, "offscreen") || !strcmp(driver, "dummy"))) {
    snprintf(reason, (size_t)size, "neither X nor Wayland");
    sdl.Quit();
    return -1;
  }
  sdl.StartTextInput();
  return 0;
}
void csdl_stop(void) { csdl_close(); if (library) sdl.Quit(); }
const char *csdl_error(void) { return library ? sdl.GetError() : ""; }

int csdl_open(const char *title, int width, int height, int least_width, int least_height) {
  const int centred = 0x2FFF0000;
  int w, h;
  csdl_screen(&w, &h);
  if (width > w) width = w;
  if (height > h) height = h;
  window = sdl.CreateWindow(title, centred, centred, width, height, 0x04 | 0x20);  // shown, resizable
  if (!window) return -1;
  sdl.SetWindowMinimumSize(window, least_width < width ? least_width : width, least_height < height ? least_height : height);
  sdl.EventState(0x1000, 1);  // dropped files
  return 0;
}
void csdl_close(void) {
  if (window) sdl.DestroyWindow(window);
  window = 0;
}
void csdl_set_title(const char *title) { sdl.SetWindowTitle(window, title); }
void csdl_set_size(int width, int height) { sdl.SetWindowSize(window, width, height); }
void csdl_screen(int *width, int *height) {
  SDLRect r = {0, 0, 0, 0};
  if (sdl.GetDisplayUsableBounds(0, &r) != 0 || r.w <= 0 || r.h <= 0) { r.w = 1280; r.h = 800; }
  *width = r.w;
  *height = r.h;
}

csdl_surface_t csdl_surface(void) {
  csdl_surface_t s = {0, 0, 0, 0, 0};
  Surface *from = sdl.GetWindowSurface(window);
  if (!from) return s;
  s.pixels = from->pixels;
  s.width = from->w;
  s.height = from->h;
  s.stride = from->pitch / 4;
  s.usable = from->format->bytes == 4 && from->format->rmask == 0xff0000 && from->format->gmask == 0xff00 && from->format->bmask == 0xff;
  return s;
}
int csdl_show(const csdl_rect_t *rects, int count) {
  _Static_assert(sizeof(csdl_rect_t) == sizeof(SDLRect), "one rectangle");
  return sdl.UpdateWindowSurfaceRects(window, (const SDLRect *)rects, count);
}

static int modifiers(int m) {
  return (m & 0x3 ? CSDL_SHIFT : 0) | (m & 0xc0 ? CSDL_CTRL : 0) | (m & 0x300 ? CSDL_ALT : 0) | (m & 0xc00 ? CSDL_GUI : 0);
}
// Modifiers that were held when the event at hand was made. SDL_GetModState is ahead of the queue: for a window that lags, the key that
// was held during a click may have been let go already.
static int held;
void csdl_next_event(csdl_event_t *out, int milliseconds) {
  Event e;
  memset(&e, 0, sizeof e);
  out->kind = CSDL_NONE;
  out->text[0] = 0;
  if (!(milliseconds > 0 ? sdl.WaitEventTimeout(&e, milliseconds) : sdl.PollEvent(&e))) return;
  out->kind = CSDL_OTHER;
  switch (e.type) {
  case 0x100: out->kind = CSDL_QUIT; break;
  case 0x200:
    switch (e.window.event) {
    case 3: out->kind = CSDL_EXPOSED; break;
    case 6: out->kind = CSDL_RESIZED; out->x = e.window.data1; out->y = e.window.data2; break;
    case 11: out->kind = CSDL_LEFT; break;
    case 12: held = modifiers(sdl.GetModState()); break;
    case 13: out->kind = CSDL_FOCUS_LOST; held = 0; break;
    }
    break;
  case 0x300: case 0x301:
    out->kind = e.type == 0x300 ? CSDL_KEY_DOWN : CSDL_KEY_UP;
    out->key = e.key.sym;
    out->repeats = e.key.repeat;
    out->modifiers = held = modifiers(e.key.mod);
    break;
  case 0x303:
    out->kind = CSDL_TEXT;
    memcpy(out->text, e.text.text, 32);
    out->text[32] = 0;
    out->modifiers = held;
    break;
  case 0x400:
    out->kind = CSDL_MOTION;
    out->x = e.motion.x; out->y = e.motion.y;
    out->button = (int)e.motion.state;
    out->modifiers = held;
    break;
  case 0x401: case 0x402:
    out->kind = e.type == 0x401 ? CSDL_BUTTON_DOWN : CSDL_BUTTON_UP;
    out->x = e.button.x; out->y = e.button.y;
    out->button = e.button.button;
    out->clicks = e.button.clicks;
    out->modifiers = held;
    break;
  case 0x403:
    out->kind = CSDL_WHEEL;
    out->x = e.wheel.x;
    out->y = e.wheel.direction ? -e.wheel.y : e.wheel.y;
    out->modifiers = held;
    break;
  case 0x1000:
    out->kind = CSDL_DROP;
    if (e.drop.file) {
      snprintf(out->text, sizeof out->text, "%s", e.drop.file);
      sdl.free(e.drop.file);
    }
    break;
  }
}

int csdl_audio_open(int rate) {
  if (sdl.InitSubSystem(0x10) != 0) return -1;
  AudioSpec wanted = {rate, 0x8010, 1, 0, 512, 0, 0, 0, 0}, got;  // 16 bits, signed, little-endian; about 12 ms a piece
  speaker = sdl.OpenAudioDevice(0, 0, &wanted, &got, 0);
  if (!speaker) return -1;
  sdl.PauseAudioDevice(speaker, 0);
  return 0;
}
int csdl_audio_waiting(void) { return (int)(sdl.GetQueuedAudioSize(speaker) / 2); }
void csdl_audio_queue(const int16_t *samples, int count) { sdl.QueueAudio(speaker, samples, (uint32_t)count * 2); }
void csdl_audio_clear(void) { sdl.ClearQueuedAudio(speaker); }

char *csdl_clipboard(void) { return sdl.GetClipboardText(); }
void csdl_free(char *text) { if (text) sdl.free(text); }
void csdl_set_clipboard(const char *text) { sdl.SetClipboardText(text); }
