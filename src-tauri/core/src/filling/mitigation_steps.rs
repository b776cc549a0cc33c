//! The steps of a mitigation with their commands (seed: Rollback Procedure).

use serde::Serialize;
use ts_rs::TS;

use super::values::Values;
use crate::team::{MitigationAction, MitigationStep, Service, ServiceCommand};

/// A step to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FilledStep {
    /// What is done.
    pub say: String,
    /// The command to copy; none where it is done by hand.
    pub command: Option<String>,
    /// Whether the command is an example to adapt: the service has none of its own.
    pub example: bool,
    /// The folder to run it in, where the service names its repository.
    pub folder: Option<String>,
}

impl ServiceCommand {
    fn of(self, service: &Service) -> Option<&str> {
        match self {
            Self::Deploy => service.deploy.as_deref(),
            Self::Rollback => service.rollback.as_deref(),
            Self::Status => service.status.as_deref(),
        }
    }
}

impl MitigationAction {
    /// Its steps with the commands filled, from the service's own where it has them.
    #[must_use]
    pub fn filled(&self, service: Option<&Service>, values: &Values) -> Vec<FilledStep> {
        let folder = service.and_then(|service| service.deployed_from()?.folder()).map(str::to_owned);
        let step = |step: &MitigationStep| {
            let own = step.of_service.zip(service).and_then(|(command, service)| command.of(service));
            let command = own.or(step.run.as_deref()).map(|command| values.command(command));
            let example = own.is_none() && command.is_some() && (step.example || step.of_service.is_some());
            FilledStep { say: step.say.clone(), folder: folder.clone().filter(|_| command.is_some()), command, example }
        };
        self.steps.iter().map(step).collect()
    }
}
