# libtins and the libpcap it stands on: libtins::libtins, libpcap::libpcap
find_path(libtins_INCLUDE_DIR tins/tins.h)
find_library(libtins_LIBRARY tins)
find_path(libpcap_INCLUDE_DIR pcap/pcap.h)
find_library(libpcap_LIBRARY pcap)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libtins
  REQUIRED_VARS libtins_LIBRARY libtins_INCLUDE_DIR libpcap_LIBRARY libpcap_INCLUDE_DIR)
mark_as_advanced(libtins_INCLUDE_DIR libtins_LIBRARY libpcap_INCLUDE_DIR libpcap_LIBRARY)
if(libtins_FOUND AND NOT TARGET libtins::libtins)
  foreach(library libtins libpcap)
    add_library(${library}::${library} UNKNOWN IMPORTED)
    set_target_properties(${library}::${library} PROPERTIES
      IMPORTED_LOCATION "${${library}_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${${library}_INCLUDE_DIR}")
  endforeach()
endif()
