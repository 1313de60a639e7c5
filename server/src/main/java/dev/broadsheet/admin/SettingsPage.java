package dev.broadsheet.admin;

import dev.broadsheet.installation.SettingInForce;
import java.util.List;

record SettingsPage(List<SettingInForce> settings) {}
