#ifndef CSDL2_H
#define CSDL2_H
#include <stdint.h>

// The few functions of SDL 2 (https://wiki.libsdl.org/SDL2) that the window needs, found in the shared library when the window opens:
// neither building nor starting tayberry needs SDL. Declarations follow SDL 2's stable binary interface.

/// Loads the library and starts its video part. 0, or -1 with a reason in `reason` (always ended by a zero byte).
int csdl_start(char *reason, int size);
void csdl_stop(void);
/// The last error, as SDL tells it.
const char *csdl_error(void);

/// Opens a window of so many pixels, not larger than the screen. 0 or -1.
int csdl_open(const char *title, int width, int height, int least_width, int least_height);
void csdl_close(void);
void csdl_set_title(const char *title);
void csdl_set_size(int width, int height);
/// Pixels of the screen that a window may take.
void csdl_screen(int *width, int *height);

typedef struct {
  uint32_t *pixels;
  /// In pixels; `stride` pixels lie between two rows. `usable` is 0 if they are not 0x__RRGGBB words.
  int width, height, stride, usable;
} csdl_surface_t;
/// The window's pixels, valid until its size changes.
csdl_surface_t csdl_surface(void);
typedef struct { int x, y, width, height; } csdl_rect_t;
/// Shows these rectangles of the window's pixels.
int csdl_show(const csdl_rect_t *rects, int count);

enum {
  CSDL_NONE, CSDL_QUIT, CSDL_KEY_DOWN, CSDL_KEY_UP, CSDL_TEXT, CSDL_MOTION, CSDL_BUTTON_DOWN, CSDL_BUTTON_UP, CSDL_WHEEL, CSDL_DROP,
  CSDL_RESIZED, CSDL_EXPOSED, CSDL_LEFT, CSDL_FOCUS_LOST, CSDL_OTHER
};
enum { CSDL_SHIFT = 1, CSDL_CTRL = 2, CSDL_ALT = 4, CSDL_GUI = 8 };
typedef struct {
  int kind;
  /// Mouse: place in pixels; button 1 left, 2 middle, 3 right; number of clicks. Wheel: steps upwards in `y`.
  int x, y, button, clicks;
  /// Keys: SDL's key code; 1 if it repeats itself; modifiers held down (also for the mouse).
  int32_t key;
  int repeats, modifiers;
  /// Text that was typed, or a dropped file's path.
  char text[1024];
} csdl_event_t;
/// The next event; waits up to so many milliseconds for it. `kind` is CSDL_NONE if there was none.
void csdl_next_event(csdl_event_t *event, int milliseconds);

/// Opens the loudspeaker for one channel of 16-bit samples, so many a second. 0 or -1. The others: from any thread, once it is open.
int csdl_audio_open(int rate);
/// Samples that have been queued and not been played.
int csdl_audio_waiting(void);
void csdl_audio_queue(const int16_t *samples, int count);
void csdl_audio_clear(void);

/// The clipboard's text, to be given to csdl_free; NULL if there is none.
char *csdl_clipboard(void);
void csdl_free(char *text);
void csdl_set_clipboard(const char *text);
#endif
