import Modules
