// Certainty: how sure a conclusion is, where some of what it rests on is unknown.
#pragma once

namespace imapscope {

/// In this order, so that of two conclusions the lesser binds.
enum class Certainty { no, perhaps, yes };

}  // namespace imapscope
